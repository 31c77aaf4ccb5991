/** Asked for by promises, assertions and printers about any object; their absence is a fact, not a gap of the double. */
const askedOfEverything = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', 'hasAttribute']);

/** The double offers only what it models: reading any other member names it instead of giving `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, member, receiver) {
      if (typeof member === 'symbol' || member in object || askedOfEverything.has(member)) {
        return Reflect.get(object, member, receiver);
      }
      throw new Error(`electron double: ${name}.${member} is not modelled`);
    },
  });
}

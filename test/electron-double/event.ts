/** What electron hands to listeners that may prevent something. */
export interface DoubleEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function makeEvent<Fields extends object>(fields: Fields): DoubleEvent & Fields {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

/** The text of a file, put into the bundle. */
declare module '*.json?raw' {
  const text: string;
  export default text;
}

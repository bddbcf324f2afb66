/** The runtime of Handlebars has no types of its own; this is the part of it that is used. */
declare module 'handlebars/runtime.js' {
  interface Engine {
    registerHelper(name: string, helper: (...args: never[]) => string): void
    registerPartial(name: string, partial: (view: object, options?: object) => string): void
    template(spec: object): (view: object, options?: object) => string
  }
  const Handlebars: Engine & { create(): Engine }
  export default Handlebars
}

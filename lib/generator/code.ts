/**
 * A piece of code that is safe to stand in a file as it is. It is made by encoders and by tagged templates
 * (`py`) only; templates print it with `{{code …}}`, which takes nothing else.
 */
export class Code {
  private constructor(readonly text: string) {}

  /** For encoders and literal text of the generator; never for text that a person typed. */
  static of(text: string): Code {
    return new Code(text)
  }

  toString(): string {
    return this.text
  }
}

/** A rule said no and nothing was recorded. Anything else thrown is a bug. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}

const known = new Map<string, string>()

/**
 * Declares a feature's refusals: the code a program matches on, and the sentence a user reads. A word in braces,
 * as in `{month}`, is filled from `facts`. Returns the function that makes them, so a code that was not declared
 * does not compile.
 */
export function refusals<Code extends string>(sentences: Readonly<Record<Code, string>>) {
  for (const [code, sentence] of Object.entries<string>(sentences)) {
    if (known.has(code)) throw new Error(`The refusal ${code} is declared twice`)
    known.set(code, sentence)
  }
  return (code: Code, facts: Readonly<Record<string, string | number>> = {}): Refusal =>
    new Refusal(
      code,
      sentences[code].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole)),
    )
}

/** Every refusal declared so far with its sentence, sorted by code: for the documentation and its test. */
export function allRefusals(): ReadonlyArray<readonly [code: string, sentence: string]> {
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

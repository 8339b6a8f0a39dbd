/** What a parser answers: the identifier with its parts, or the reason why it is none, for a person to read. */
export type Checked<Parts> =
  | ({ readonly ok: true } & Parts)
  | {
      readonly ok: false
      /** A sentence without its full stop. */
      readonly reason: string
    }

export const invalid = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason })

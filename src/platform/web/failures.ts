/** What the address names does not exist, or the viewer may not know that it does. Answered with 404. */
export class NotFound extends Error {
  override name = 'NotFound'

  constructor() {
    super('Page not found')
  }
}

/**
 * An address or a form that no page of ours could have sent, such as a month that is not one. Answered with 400 and
 * the sentence. What a person can get wrong in a form is shown beside its field instead.
 */
export class Invalid extends Error {
  override name = 'Invalid'
}

/** What was read, or 404 when it is not there for this viewer. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}

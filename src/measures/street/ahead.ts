/** The items in order, each with its work done; while one is looked at, the work of the next `most` goes on. */
export async function* ahead<Item, Done>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<Done>,
): AsyncGenerator<readonly [Item, Done]> {
  const begun: Array<readonly [Item, Promise<Done>]> = []
  for (const item of items) {
    const done = work(item)
    // It is awaited later; a failure meanwhile is not unhandled.
    done.catch(() => {})
    begun.push([item, done])
    if (begun.length <= most) continue
    const [first] = begun.splice(0, 1)
    if (first) yield [first[0], await first[1]]
  }
  for (const [item, done] of begun) yield [item, await done]
}

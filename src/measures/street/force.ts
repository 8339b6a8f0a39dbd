/** Forces whose key on data.police.uk is not the rest of their name. */
const others = new Map([
  ['British Transport Police', 'btp'],
  ['Hampshire & Isle of Wight Constabulary', 'hampshire'],
  ['Police Service of Northern Ireland', 'northern-ireland'],
])

/**
 * The key of a force, as in the names of data.police.uk's files, from its name, as in their rows: `Thames Valley
 * Police` → `thames-valley`, `Metropolitan Police Service` → `metropolitan`. Null for what is not a force's name.
 */
export function forceKeyOf(name: string): string | null {
  const known = others.get(name)
  if (known) return known
  const place = /^(?<place>[A-Z][A-Za-z& -]*) (?:Police|Constabulary|Police Service)$/.exec(name)?.groups?.['place']
  const key = place?.toLowerCase().replaceAll('&', 'and').replaceAll(/[ -]+/g, '-')
  return key && /^[a-z]+(-[a-z]+)*$/.test(key) ? key : null
}

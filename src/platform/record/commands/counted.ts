export const count = (value: number): string => value.toLocaleString('en-GB')

/** "1 row", "2 rows". */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`

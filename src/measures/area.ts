import areaFile from '../../area/thames-and-chiltern/area.json' with { type: 'json' }

/** A place that figures are of. The key stands in addresses and files; the name is read. */
export type Place = { readonly key: string; readonly name: string }

/** The criminal justice area that this installation serves: its figures are the sum of its forces' figures. */
export const area: Place & { readonly forces: readonly Place[] } = areaFile

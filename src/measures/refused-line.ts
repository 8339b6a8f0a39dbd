import type { Refusal } from '../platform/refusal.ts'

/** What an import prints of a file that was refused. A rule that does not know the file does not name it. */
export function refusedLine(file: string, { message, code }: Refusal): string {
  const named = message.includes(file) ? message : `${file}: ${message}`
  return `refused  ${named} (${code})`
}

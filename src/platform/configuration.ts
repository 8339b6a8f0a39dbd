import path from 'node:path'
import { z } from 'zod'

/** What an installation is told by its environment. Read once, at the start, and never again. */
export type Configuration = {
  /** TCP port of the website, on `host`. */
  readonly port: number
  /** Address to listen on. Loopback unless set, so that nothing is offered to a network by accident. */
  readonly host: string
  /** The website's address as people see it; behind a proxy it differs from `host` and `port`. */
  readonly publicUrl: string
  /** A PostgreSQL server of your own, 15 or later. Without it one is embedded in `home`. */
  readonly databaseUrl: string | null
  /** Folder that holds the embedded database, the installation key and uploaded files. */
  readonly home: string
  /** Key that wraps the keys of sealed streams, when it is given rather than kept in `home`. */
  readonly installationKey: { readonly hex: string } | { readonly file: string } | null
  /** Loopback port of the Prometheus metrics; null for none. */
  readonly metricsPort: number | null
  /** Sign-in by an OpenID Connect provider; null for local passwords alone. */
  readonly openIdConnect: OpenIdConnect | null
  readonly uploads: Uploads
}

/** What files may be sent here. */
export type Uploads = {
  /** The largest file that is kept, in bytes. */
  readonly limitBytes: number
  /** The clamd that is shown every file before it is kept; null for none. */
  readonly virusScanner: ScannerAddress | null
}

/** Where a clamd listens: on a TCP port, or on a Unix socket. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly socket: string }

export type OpenIdConnect = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }

/** Every mistake in the environment, so that they are put right at once and not one by one. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`The configuration is wrong:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

const defaultPort = 3000

const megabyte = 1024 * 1024
const largestUploadMegabytes = 10_240

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, such as 3000')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'must be between 1 and 65535')

const environment = z.object({
  PORT: portNumber.default(defaultPort),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a web address, such as https://area.example' }).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  FRANKPLEDGE_HOME: z.string().min(1, 'must not be empty').optional(),
  FRANKPLEDGE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .optional(),
  FRANKPLEDGE_KEY_FILE: z.string().min(1, 'must not be empty').optional(),
  METRICS_PORT: portNumber.optional(),
  UPLOAD_LIMIT_MB: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number of megabytes, such as 500')
    .transform(Number)
    .refine(
      (megabytes) => megabytes >= 1 && megabytes <= largestUploadMegabytes,
      `must be between 1 and ${largestUploadMegabytes}`,
    )
    .default(500),
  CLAMD: z
    .string()
    .regex(/^(\/.+|[^/\s]+:\d{1,5})$/, 'must be host:port, or the path of a Unix socket')
    .optional(),
  OIDC_ISSUER: z.url('must be the address of the OpenID Connect provider').optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'must not be empty').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, 'must not be empty').optional(),
})

type Environment = z.infer<typeof environment>

const openIdConnectSettings = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** Whoever can change what the provider says can sign in as anybody. A provider on this machine is for tests. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))

/** Mistakes that lie between settings, each of which may be right by itself. */
function contradictions(set: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found: string[] = []
  if (set['FRANKPLEDGE_KEY'] && set['FRANKPLEDGE_KEY_FILE']) {
    found.push('FRANKPLEDGE_KEY and FRANKPLEDGE_KEY_FILE are both set; set one')
  }
  const { OIDC_ISSUER: issuer } = set
  if (issuer && URL.canParse(issuer) && !isSafe(new URL(issuer))) found.push('OIDC_ISSUER must begin with https://')
  const missing = openIdConnectSettings.filter((name) => !set[name])
  if (missing.length > 0 && missing.length < openIdConnectSettings.length) {
    for (const name of missing) found.push(`${name} is missing; sign-in by OpenID Connect needs all three settings`)
  }
  if (set['METRICS_PORT'] && Number(set['METRICS_PORT']) === Number(set['PORT'] ?? defaultPort)) {
    found.push('METRICS_PORT must differ from PORT')
  }
  return found
}

/** Reads the configuration. Throws a `ConfigurationError` that names every mistake. An empty setting counts as unset. */
export function readConfiguration(env: NodeJS.ProcessEnv, projectFolder: string): Configuration {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const mistakes = [...wrong, ...contradictions(set)]
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes)
  const found = parsed.data
  return {
    port: found.PORT,
    host: found.HOST,
    publicUrl: (found.PUBLIC_URL ?? `http://localhost:${found.PORT}`).replace(/\/$/, ''),
    databaseUrl: found.DATABASE_URL ?? null,
    home: path.resolve(projectFolder, found.FRANKPLEDGE_HOME ?? '.frankpledge'),
    installationKey: keyOf(found, projectFolder),
    metricsPort: found.METRICS_PORT ?? null,
    openIdConnect: openIdConnectOf(found),
    uploads: { limitBytes: found.UPLOAD_LIMIT_MB * megabyte, virusScanner: scannerOf(found) },
  }
}

function keyOf(found: Environment, projectFolder: string): Configuration['installationKey'] {
  if (found.FRANKPLEDGE_KEY) return { hex: found.FRANKPLEDGE_KEY }
  return found.FRANKPLEDGE_KEY_FILE ? { file: path.resolve(projectFolder, found.FRANKPLEDGE_KEY_FILE) } : null
}

function scannerOf({ CLAMD: address }: Environment): ScannerAddress | null {
  if (address === undefined) return null
  if (address.startsWith('/')) return { socket: address }
  const colon = address.lastIndexOf(':')
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) }
}

function openIdConnectOf(found: Environment): OpenIdConnect | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = found
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null
}

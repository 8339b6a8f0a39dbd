import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = (): string | undefined => places.find((place) => place && existsSync(place))

/**
 * The browser for the journeys: the one that CHROMIUM names, or one in the usual places; as root on Debian it is
 * installed. Ends the run plainly when there is none, because a journey that was not made proves nothing.
 */
export function chromiumPath(): string {
  const place = found()
  if (place) return place
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stdout.write('Installing Chromium with apt-get…\n')
    const apt = (argv: readonly string[]): void => {
      spawnSync('apt-get', argv, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    }
    apt(['update', '-q'])
    apt(['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  }
  const installed = found()
  if (installed) return installed
  process.stderr.write('The journeys need Chromium or Google Chrome. Install one, or name it in CHROMIUM.\n')
  return process.exit(1)
}

import { refusals } from '../platform/refusal.ts'

export const refuseServe = refusals({
  'serve.already-running':
    'A server is already running on {home}. Stop that one first, or set FRANKPLEDGE_HOME to another folder.',
  'serve.port-taken':
    'Something else is listening on port {port} of {host}. Stop it, or set {setting} to another port.',
  'serve.port-not-allowed':
    'This user may not listen on port {port} of {host}. Set {setting} to a port above 1023, and put a web server in front.',
  'serve.host-unknown': '{host} is not an address of this computer. Set HOST to one that is, such as 127.0.0.1.',
})

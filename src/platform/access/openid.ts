import * as openid from 'openid-client'
import type { OpenIdConnect } from '../configuration.ts'

/** What the browser remembers between leaving for the provider and coming back. */
type Handshake = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** The email address that the provider vouches for, or why there is none. */
export type Answer =
  | { readonly outcome: 'email'; readonly email: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'email-not-verified' }

export type Provider = {
  /** Where to send the browser: authorization code flow with PKCE, a state and a nonce. */
  begin(): Promise<{ readonly address: URL; readonly handshake: Handshake }>
  /** What the provider's answer, as the address it sent the browser back to, comes to. */
  finish(returned: URL, handshake: Handshake): Promise<Answer>
}

export function openProvider({ issuer, clientId, clientSecret }: OpenIdConnect, redirectUri: string): Provider {
  let known: Promise<openid.Configuration> | undefined
  /** Asks the provider about itself at the first use, and again after a failure. */
  const configuration = (): Promise<openid.Configuration> => {
    const address = new URL(issuer)
    known ??= openid.discovery(address, clientId, clientSecret, undefined, {
      // The configuration has plain HTTP for a provider on this machine only, as in a test.
      execute: address.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
    })
    known.catch(() => (known = undefined))
    return known
  }
  return {
    async begin() {
      const verifier = openid.randomPKCECodeVerifier()
      const handshake = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: handshake.state,
        nonce: handshake.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address, handshake }
    },
    async finish(returned, { state, nonce, verifier }) {
      try {
        const config = await configuration()
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
        const tokens = await openid.authorizationCodeGrant(config, returned, checks)
        return await emailIn(config, tokens)
      } catch (error) {
        if (isRefusal(error)) return { outcome: 'refused' }
        throw error
      }
    },
  }
}

type Tokens = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>

/** Providers put the address in the token itself or tell it when asked; either way they must vouch for it. */
async function emailIn(config: openid.Configuration, tokens: Tokens): Promise<Answer> {
  const claims = tokens.claims()
  if (!claims) return { outcome: 'refused' }
  const told = claims['email'] ? claims : await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
  const { email, email_verified: verified } = told
  if (typeof email !== 'string' || email === '' || verified !== true) return { outcome: 'email-not-verified' }
  return { outcome: 'email', email }
}

/** The provider said no, or its answer was not to the question we asked. A network that fails is not a refusal. */
function isRefusal(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) return true
  return error instanceof openid.ClientError && error.code !== 'OAUTH_TIMEOUT' && error.code !== 'OAUTH_ABORT'
}

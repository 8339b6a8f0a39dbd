import type { FastifyRequest } from 'fastify'
import type { Instant } from '../../calendar/instant.ts'
import type { Installation } from '../installation.ts'
import type { Assets } from './assets.ts'
import type { Identify, Identity, KeepLook } from './identity.ts'
import type { Routes } from './routing.ts'

/** A link of the navigation or the footer. Without a permission, everybody sees it. */
export type SiteLink = { readonly text: string; readonly href: string; readonly permission?: string }

/** Addresses that the machinery itself needs. */
export type SitePlaces = {
  readonly home: string
  /** First page of the work space. Every address below it shows the work face. */
  readonly work: string
  readonly account: string
  readonly signIn: string
  readonly signOut: string
}

/** Everything a website is made of. */
export type Site = {
  readonly installation: Installation
  readonly routes: readonly Routes[]
  /** Every permission that some role can hold. A route that names another one stops the server from starting. */
  readonly permissions: readonly string[]
  readonly identify: Identify
  /** Finds which system a token of the `authorization` header belongs to; without it no system is known. */
  readonly identifySystem?: (authorization: string | undefined, at: Instant) => Promise<Identity | null>
  readonly keepLook: KeepLook
  readonly areaName: string
  readonly demonstration: boolean
  readonly places: SitePlaces
  readonly navigation: { readonly public: readonly SiteLink[]; readonly work: readonly SiteLink[] }
  readonly footer: readonly SiteLink[]
  readonly assets: Assets
  /** Where the log goes, one JSON object a line; null for nowhere. */
  readonly log: { readonly stream: { write(line: string): void }; readonly level: 'info' | 'warn' } | null
  /** Told of every answer, for the metrics. `route` is the pattern, never the address. */
  readonly observe?: (answer: { method: string; route: string; status: number; seconds: number }) => void
  /** Told of everything thrown that is not an answer, beside the log: tests fail on it. */
  readonly onBug?: (error: unknown, request: FastifyRequest) => void
  /** The clock; another one in tests. */
  readonly now?: () => Instant
}

import type { Link, LinkType } from '@/lib/topology/model/link'
import type { Kind } from './kind'
import { areUsesBuilt } from './redis-uses'

/** Whether the document has a link of this type between these kinds. */
const ALLOWED: Readonly<Record<LinkType, (from: Kind, to: Kind) => boolean>> = {
  calls: ({ can }, to) => Boolean(can.call && to.can.answerCalls),
  publishes: ({ can }, to) => Boolean(can.publish && to.can.carry),
  consumes: ({ can }, to) => Boolean(can.carry && to.can.consume),
  stores: ({ can }, to) => can.store !== undefined && can.store === to.can.beStore,
  caches: ({ can }, to) => Boolean(can.cache && to.can.beCache),
}

export function isAllowedLink(type: LinkType, from: Kind, to: Kind): boolean {
  return ALLOWED[type](from, to)
}

/** Whether the generator builds a link between kinds that it builds. */
export function isGeneratedLink(link: Link, from: Kind, to: Kind): boolean {
  return isAllowedLink(link.type, from, to) && isBuilt(link, from)
}

function isBuilt(link: Link, from: Kind): boolean {
  switch (link.type) {
    case 'stores':
    case 'publishes':
    case 'consumes':
    case 'calls':
      return true
    case 'caches':
      return areUsesBuilt(link, from.id)
  }
}

/**
 * The type of link that a person means who draws from one kind to the other,
 * also where it is wrong: then a rule says what is wrong with it.
 */
export function meantLinkType(from: Kind, to: Kind): LinkType {
  if (from.can.carry) return 'consumes'
  if (to.can.carry) return 'publishes'
  if (to.can.beStore) return 'stores'
  if (to.can.beCache) return 'caches'
  return 'calls'
}

/** A new link of the meant type, with nothing but its ends. */
export function newLink(id: string, type: LinkType, from: string, to: string): Link {
  return { id, type, from, to }
}

import type { CDPSession, Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

/** Fingers as the browser itself feels them: what it makes of a press, a drag or a pinch comes along. */
export async function fingersOn(page: Page) {
  const client = await page.context().newCDPSession(page)
  return {
    /** A finger that stays so long, in milliseconds, and is lifted again. */
    press: async (point: Point, time = 700) => {
      await touch(client, 'touchStart', [point])
      await page.waitForTimeout(time)
      await touch(client, 'touchEnd', [])
    },
    drag: async (from: Point, to: Point) => {
      await touch(client, 'touchStart', [from])
      for (const part of STEPS) await touch(client, 'touchMove', [between(from, to, part)])
      await touch(client, 'touchEnd', [])
    },
    /** Two fingers around a point, from one distance to another, in pixels. */
    pinch: async (middle: Point, from: number, to: number) => {
      const pair = (apart: number) => [-0.5, 0.5].map((side) => ({ x: middle.x + side * apart, y: middle.y }))
      await touch(client, 'touchStart', pair(from))
      for (const part of STEPS) await touch(client, 'touchMove', pair(from + (to - from) * part))
      await touch(client, 'touchEnd', [])
    },
  }
}

const STEPS = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1]

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

async function touch(
  client: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: readonly Point[],
): Promise<void> {
  const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }))
  await client.send('Input.dispatchTouchEvent', { type, touchPoints })
}

/**
 * `npm run stress -- --two-tabs 100 --kills 200`: does to tabs again and again what tests do once, and counts what was
 * lost. Two tabs of one design take turns; a tab is killed at a random moment after an edit and opened again. With
 * `--seed N` the same moments again, `--minutes M` stops after so many.
 */
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { ensureBuilt, stop } from './prepare.mjs'
import { serve } from './serve.mjs'

const { values } = parseArgs({
  options: {
    'two-tabs': { type: 'string', default: '100' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
})
const wanted = { 'two-tabs': count(values['two-tabs']), kills: count(values.kills) }
const seed = count(values.seed)
/** Each of both sorts has half of the time, in milliseconds. */
const share = (count(values.minutes) * 60_000) / 2

/** A tab is killed at the latest so long after the last letter, in milliseconds. */
const LATEST = 900
const PATIENCE = 15_000

function count(text) {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) stop(`"${text}" is no count.`, 2)
  return number
}

/** Numbers from 0 to 1 that are the same for the same run. */
function dice(run) {
  let state = (seed * 100_003 + run * 7919) % 2 ** 31
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const nameField = (page) => page.getByRole('textbox', { name: 'Project name' })
const takeOver = (page) => page.getByRole('button', { name: 'Edit here' })

async function open(context, address) {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(address)
  await nameField(page).waitFor()
  return page
}

async function rename(page, name) {
  await nameField(page).fill(name)
  await nameField(page).blur()
}

async function until(holds, what) {
  const last = Date.now() + PATIENCE
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(what)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Two tabs of one design: edits go on in the one whose turn it is, by asking or by closing the other. */
async function runTwoTabs(context, address, random) {
  const first = await open(context, address)
  await first.keyboard.press('KeyA')
  await first.locator('[data-save="saved"]').waitFor({ state: 'attached' })
  const second = await open(context, address)
  await takeOver(second).waitFor()
  let [writer, reader] = [first, second]
  const typed = []
  for (let turn = 0; turn < 3; turn += 1) {
    const name = `turn_${turn}_${Math.floor(random() * 1e6)}`
    await rename(writer, name)
    typed.push(name)
    await writer.waitForTimeout(random() * 200)
    await takeOver(reader).click()
    await takeOver(reader).waitFor({ state: 'detached' })
    await until(async () => (await nameField(reader).inputValue()) === name, `${name} did not come over`)
    ;[writer, reader] = [reader, writer]
  }
  await rename(writer, 'last')
  await writer.close()
  await until(
    async () => (await nameField(reader).inputValue()) === 'last',
    'the last name did not come over',
  )
  await takeOver(reader).waitFor({ state: 'detached' })
  return expectNames(reader, [...typed, 'last'])
}

/** A tab that dies at a random moment after an edit; what was typed is there when it is opened again, with its past. */
async function runKill(context, address, random) {
  const page = await open(context, address)
  if (random() < 0.5) await page.keyboard.press('KeyA')
  const names = []
  for (let edit = 0; edit <= random() * 3; edit += 1) {
    names.push(`edit_${edit}_${Math.floor(random() * 1e6)}`)
    await rename(page, names.at(-1))
    await page.waitForTimeout(random() * 150)
  }
  await page.waitForTimeout(random() * LATEST)
  await kill(page)
  const again = await open(context, address)
  const last = names.at(-1)
  await until(async () => (await nameField(again).inputValue()) === last, `${last} is gone`)
  await again.locator('[data-save="saved"]').waitFor({ state: 'attached' })
  return expectNames(again, [last])
}

async function kill(page) {
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

/** Every one of these names is in a version that the browser keeps. */
async function expectNames(page, names) {
  const missing = async () => {
    const kept = await keptNames(page)
    return names.filter((name) => !kept.includes(name))
  }
  await until(async () => (await missing()).length === 0, `not kept: ${names.join(', ')}`)
}

function keptNames(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('topoforge')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('contents').objectStore('contents').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(
              all.result.flatMap(({ versions }) => versions.map(({ topology }) => topology.project.name)),
            )
          }
        }
      }),
  )
}

/** Runs one sort so many times, each in a browser profile of its own, and prints what came of it. */
async function repeat(browser, address, sort, run) {
  const lost = []
  let done = 0
  const began = Date.now()
  for (; done < wanted[sort] && Date.now() < began + share; done += 1) {
    const context = await browser.newContext({ locale: 'en-US' })
    try {
      await run(context, address, dice(done))
    } catch (fault) {
      lost.push(`${sort} run ${done}, seed ${seed}: ${fault.message.split('\n')[0]}`)
    }
    await context.close()
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${sort}: ${done - lost.length} of ${done} lost nothing, ${seconds} s`)
  if (done < wanted[sort]) console.log(`${sort}: ${wanted[sort] - done} left out, the time was over`)
  for (const line of lost) console.log(`  ${line}`)
  return lost.length
}

await ensureBuilt()
const { address, close } = await serve()
try {
  const browser = await chromium.launch(await findBrowser())
  const lost =
    (await repeat(browser, address, 'two-tabs', runTwoTabs)) +
    (await repeat(browser, address, 'kills', runKill))
  await browser.close()
  process.exitCode = lost > 0 ? 1 : 0
} finally {
  await close()
}

import { randomCasesDesign } from '@/lib/testing/random-cases'
import { generate } from '@/lib/generator/generate'
import { resolveProject } from '@/lib/generator/resolve-project'
let p = 0, i = 0, steps = 0
for (let seed = 1; seed <= 120; seed += 1) {
  try { const d = randomCasesDesign(seed); generate(d); const r = resolveProject(d); if (r.services.some((s) => s.publishes.length)) p++; if (r.services.some((s) => s.implied.length)) i++; steps += (JSON.stringify(d).match(/"step":"publish"/g) ?? []).length } catch (e) { console.log(seed, String((e as Error).stack).slice(0, 600)) }
}
console.log({ p, i, steps })

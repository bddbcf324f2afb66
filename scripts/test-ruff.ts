/**
 * `npm run test:ruff -- --designs 300 --seed 1`: ruff's WebAssembly build over the Python of many random designs, with
 * no Python on the machine. `npm test` does it for a few.
 */
import { parseArgs } from 'node:util'
import { randomDesign } from './test-generated/designs'
import { findRuffFaults, type SeenFiles } from './test-generated/ruff-design'

const { values } = parseArgs({
  options: { designs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
})
const [designs, first] = [Number(values.designs), Number(values.seed)]
const seen: SeenFiles = new Map()
let failed = 0
for (let seed = first; seed < first + designs; seed += 1) {
  const faults = findRuffFaults(randomDesign(seed).topology, seen)
  if (faults.length === 0) continue
  failed += 1
  console.log(`seed ${seed}: ${faults.length} faults\n  ${faults.slice(0, 10).join('\n  ')}`)
  console.log(`Again: npm run test:ruff -- --designs 1 --seed ${seed}`)
}
console.log(`${designs - failed} designs passed, ${failed} failed (${seen.size} different Python files)`)
process.exitCode = failed > 0 || designs === 0 ? 1 : 0

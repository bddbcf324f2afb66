import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { financeLending } from '@/lib/examples/finance-lending'
import { generate } from '@/lib/generator/generate'
import { errorsOf } from '@/lib/rules/judge'
import * as designs from './zz-publish-designs'
const which = process.argv[3] ?? 'lending'
const base: any = (designs as any)[which](structuredClone((financeLending as any).topology))
writeFileSync(`/tmp/publish-${which}.json`, JSON.stringify(base))
for (const e of errorsOf(base)) console.log(e.rule, e.message.en, JSON.stringify(e.at))
const out = process.argv[2]!
for (const file of generate(base).values()) { const p = join(out, file.path); mkdirSync(dirname(p), { recursive: true }); writeFileSync(p, file.content) }

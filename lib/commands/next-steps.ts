import type { Text } from '@/lib/rules/rule'
import { downloadTexts } from '@/lib/text/download'

/** What a person types after the download, in the order of doing it. */
export function nextSteps(folder: string): readonly { readonly words: Text; readonly command: string }[] {
  return [
    { words: downloadTexts.stepUnpack, command: `unzip ${folder}.zip && cd ${folder}` },
    { words: downloadTexts.stepStart, command: 'make up' },
    { words: downloadTexts.stepTest, command: 'make install check test' },
  ]
}

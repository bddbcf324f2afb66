import { countEn, countRu } from './plural'
import { text } from './text'

export const downloadTexts = {
  working: text('Making the project…', 'Создаётся проект…'),
  blockedBy: (count: number) =>
    text(
      `${countEn(count, 'error')} to fix before the download`,
      `Перед скачиванием исправьте: ${countRu(count, 'ошибка', 'ошибки', 'ошибок')}`,
    ),
  notYet: (count: number) =>
    text(
      `${countEn(count, 'part')} of the design cannot be generated yet`,
      `${countRu(count, 'часть дизайна', 'части дизайна', 'частей дизайна')} пока не генерируется`,
    ),
  blockedMore: (count: number) => text(`and ${count} more`, `и ещё ${count}`),
  done: text('The project is downloaded', 'Проект скачан'),
  files: (count: number) => text(countEn(count, 'file'), countRu(count, 'файл', 'файла', 'файлов')),
  next: text('Next steps', 'Что дальше'),
  stepUnpack: text('Unpack it', 'Распаковать'),
  stepStart: text('Start everything in containers', 'Запустить всё в контейнерах'),
  stepTest: text('Or run the checks and tests', 'Или запустить проверки и тесты'),
  checksum: text('SHA-256 of the file', 'SHA-256 файла'),
  checksumHint: text(
    'The same design gives the same bytes, here and on the command line.',
    'Один и тот же дизайн даёт одни и те же байты, здесь и в командной строке.',
  ),
  again: text('Download again', 'Скачать ещё раз'),
  copy: text('Copy', 'Скопировать'),
  copied: text('Copied', 'Скопировано'),
  failed: text('The project could not be made', 'Проект не удалось создать'),
} as const

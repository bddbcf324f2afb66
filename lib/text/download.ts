import { countEn, countRu } from './plural'
import { text } from './text'

const errors = (count: number) =>
  text(
    `${countEn(count, 'error')} to fix before the download`,
    `Перед скачиванием исправьте: ${countRu(count, 'ошибка', 'ошибки', 'ошибок')}`,
  )

export const downloadTexts = {
  working: text('Making the project…', 'Создаётся проект…'),
  blockedTitle: text('Why it cannot be downloaded', 'Почему нельзя скачать'),
  blockedBy: errors,
  notYet: (count: number) =>
    text(
      `${countEn(count, 'part')} cannot be downloaded yet`,
      `${countRu(count, 'часть', 'части', 'частей')} пока нельзя скачать`,
    ),
  notYetWhy: text(
    'They are right as they are drawn; Topoforge cannot build them so far. Without them the rest can be downloaded.',
    'Они нарисованы верно, но Topoforge пока не умеет их собирать. Остальное без них можно скачать.',
  ),
  blockedMore: (count: number) => text(`and ${count} more`, `и ещё ${count}`),
  allProblems: text('Show all problems', 'Показать все проблемы'),
  done: text('The project is downloaded', 'Проект скачан'),
  files: (count: number) => text(countEn(count, 'file'), countRu(count, 'файл', 'файла', 'файлов')),
  next: text('Next steps', 'Что дальше'),
  wayMake: text('With make', 'Через make'),
  wayCompose: text('With Docker alone', 'Только Docker'),
  wayUv: text('Without Docker', 'Без Docker'),
  needsMake: text('Needs Docker with Compose, and make.', 'Нужны Docker с Compose и make.'),
  needsCompose: text(
    'Needs Docker with Compose; Python only to make up the passwords.',
    'Нужен Docker с Compose; Python только чтобы придумать пароли.',
  ),
  needsUv: text('Needs uv.', 'Нужен uv.'),
  needsUvAndPostgres: text(
    'Needs uv, and a PostgreSQL of yours to run the services: put its user and password into the address. Each service takes a terminal of its own.',
    'Нужны uv и свой PostgreSQL, чтобы запустить сервисы: впишите его пользователя и пароль в адрес. Каждому сервису нужен свой терминал.',
  ),
  stepUnpack: text('Unpack it', 'Распаковать'),
  stepSecrets: text('Make up passwords and tokens in .env', 'Придумать пароли и токены в .env'),
  stepStart: text('Start everything in containers', 'Запустить всё в контейнерах'),
  stepLogs: text('Follow the logs', 'Смотреть логи'),
  stepStop: text('Stop everything; the data stays', 'Остановить всё; данные останутся'),
  stepTest: text('Run the checks and tests', 'Запустить проверки и тесты'),
  stepTestOnly: text('Run the tests', 'Запустить тесты'),
  stepInstall: text('Install everything', 'Установить всё'),
  stepDatabase: text('Make the database', 'Создать базу данных'),
  stepMigrate: (name: string) => text(`Make the tables of ${name}`, `Создать таблицы ${name}`),
  stepRun: (name: string) => text(`Start ${name}`, `Запустить ${name}`),
  addresses: text(
    'Once it runs, the services describe themselves at',
    'После запуска описания сервисов здесь',
  ),
  checksum: text('SHA-256 of the file', 'SHA-256 файла'),
  checksumHint: text(
    'The same design gives the same bytes, here and on the command line.',
    'Один и тот же дизайн даёт одни и те же байты, здесь и в командной строке.',
  ),
  again: text('Download again', 'Скачать ещё раз'),
  copy: text('Copy', 'Скопировать'),
  copied: text('Copied', 'Скопировано'),
  failed: text('The project could not be made', 'Проект не удалось создать'),
  stopped: text(
    'The part of the page that makes files has stopped. Try again; if it stays, reload the page. Your design is kept.',
    'Часть страницы, которая создаёт файлы, остановилась. Попробуйте ещё раз; если не поможет, обновите страницу. Дизайн сохранён.',
  ),
  fault: text(
    'This is a fault of Topoforge, not of your design. Save the design as a file and report it with these words:',
    'Это ошибка Topoforge, а не вашего дизайна. Сохраните дизайн в файл и сообщите о ней с этими словами:',
  ),
  tryAgain: text('Try again', 'Попробовать ещё раз'),
} as const

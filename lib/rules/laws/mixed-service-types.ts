import type { Rule } from '../rule'
import { api, bot, calls, dataApi, database, sketch, stores } from '../sketch'
import { text } from '../words'

export const mixedServiceTypes: Rule = {
  id: 'mixed-service-types',
  group: 'processes',
  severity: 'error',
  title: text(
    'One process and one container run one type of service.',
    'В одном процессе и одном контейнере работает сервис одного типа.',
  ),
  why: text(
    'A web server, a bot and a worker each want the event loop for themselves: together they block and stop one another.',
    'Веб-серверу, боту и воркеру нужен весь цикл событий: вместе они блокируют и останавливают друг друга.',
  ),
  undrawable: {
    because: text(
      'A node is one service of one kind, so no drawing can break this law. It is there for systems that are imported and for the checks that every download runs on its own code.',
      'Узел — это один сервис одного вида, поэтому на рисунке этот закон не нарушить. Он нужен для импортированных систем и для проверок, которые каждый скачанный проект запускает над своим кодом.',
    ),
    invalid: {
      name: text('FastAPI and Aiogram in one process', 'FastAPI и Aiogram в одном процессе'),
      language: 'python',
      code: `# services/finance_lending_api/main.py
from aiogram import Bot, Dispatcher
from fastapi import FastAPI

app = FastAPI()
bot = Bot(token=TOKEN)
dispatcher = Dispatcher()


@app.on_event("startup")
async def start_bot() -> None:
    await dispatcher.start_polling(bot)  # never returns: no request is answered`,
    },
    valid: {
      name: text(
        'A folder, a process and a container for each',
        'Каждому сервису — папка, процесс и контейнер',
      ),
      language: 'text',
      code: `services/
├── finance_lending_api/        # FastAPI, served by Uvicorn
├── finance_notification_bot/   # Aiogram
└── finance_user_data_api/      # FastAPI, served by Uvicorn`,
      topology: sketch({
        nodes: [api('lending'), bot('notification'), dataApi('user'), database('postgres')],
        links: [calls('lending', 'user'), calls('notification', 'lending'), stores('user', 'postgres')],
      }),
    },
  },
}

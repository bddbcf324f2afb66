import { both, type ExampleCard } from './parts'

/** What an example says of itself, apart from the design, which is loaded when it is chosen. */
export const cards = {
  financeLending: {
    id: 'finance-lending',
    title: both('Lending', 'Займы'),
    description: both(
      'The lending part of a finance system: people ask for loans over HTTP, and one data API keeps users, loans and payments.',
      'Кредитная часть финансовой системы: люди просят займы по HTTP, а один API данных хранит пользователей, займы и платежи.',
    ),
  },
  finance: {
    id: 'finance',
    title: both('Finance with events', 'Финансы на событиях'),
    description: both(
      'Lending goes on by events: an application is scored by a worker, letters go out as tasks, nothing is lost or done twice.',
      'Займы на событиях: заявку оценивает воркер, письма уходят задачами, ничего не теряется и не делается дважды.',
    ),
  },
  notes: {
    id: 'notes',
    title: both('One service', 'Один сервис'),
    description: both(
      'The smallest useful design: one API, its data API, one entity. A good place to start from.',
      'Самый маленький полезный проект: один API, его API данных и одна сущность. С него удобно начать.',
    ),
  },
  shop: {
    id: 'shop',
    title: both('Online shop', 'Интернет-магазин'),
    description: both(
      'Three APIs over one data API: the storefront only reads, ordering writes orders, the warehouse keeps the assortment.',
      'Три API над одним API данных: витрина только читает, оформление пишет заказы, склад ведёт ассортимент.',
    ),
  },
  clinic: {
    id: 'clinic',
    title: both('Clinic', 'Клиника'),
    description: both(
      'Booking of appointments: no doctor is booked twice for one time, and the reception manages what patients only see.',
      'Запись на приём: врача нельзя занять дважды на одно время, а регистратура ведёт то, что пациенты только видят.',
    ),
  },
  taskTracker: {
    id: 'task-tracker',
    title: both('Task tracker', 'Трекер задач'),
    description: both(
      'Tasks inside tasks, people who lead people, teams with a lead who belongs to one: references to itself and in circles.',
      'Задачи внутри задач, люди, которые руководят людьми, команды с лидером из команды: ссылки на себя и по кругу.',
    ),
  },
  library: {
    id: 'library',
    title: both('City library', 'Городская библиотека'),
    description: both(
      'The last copy is lent once, and every morning a worker writes to everybody who is late.',
      'Последний экземпляр выдаётся один раз, а каждое утро воркер пишет всем, кто опаздывает.',
    ),
  },
  delivery: {
    id: 'delivery',
    title: both('Parcel delivery', 'Доставка посылок'),
    description: both(
      'Prices by the way on a map, couriers and SMS from systems outside, and an event for each step of a parcel.',
      'Цена по пути на карте, курьеры и СМС из внешних систем, и событие на каждый шаг посылки.',
    ),
  },
} satisfies Readonly<Record<string, ExampleCard>>

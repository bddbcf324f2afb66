import { cards } from './cards'
import { both, type Example, entity, field, places, value } from './parts'

const doctor = entity(
  'data',
  'doctor',
  { one: both('Doctor', 'Врач'), many: both('Doctors', 'Врачи'), of: 'врача' },
  [
    field('name', both('Full name', 'ФИО'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('specialty', both('Specialty', 'Специальность'), {
      type: 'enum',
      values: [
        value('therapist', 'Therapist', 'Терапевт'),
        value('pediatrician', 'Pediatrician', 'Педиатр'),
        value('surgeon', 'Surgeon', 'Хирург'),
        value('ophthalmologist', 'Ophthalmologist', 'Офтальмолог'),
      ],
      indexed: true,
    }),
    field('license_number', both('License number', 'Номер лицензии'), {
      type: 'string',
      maxLength: 20,
      unique: true,
    }),
    field('languages', both('Languages', 'Языки'), {
      type: 'list',
      of: { type: 'enum', values: [value('ru', 'Russian', 'Русский'), value('en', 'English', 'Английский')] },
      minItems: 1,
      maxItems: 2,
    }),
  ],
)

const patient = entity(
  'data',
  'patient',
  { one: both('Patient', 'Пациент'), many: both('Patients', 'Пациенты'), of: 'пациента' },
  [
    field('name', both('Full name', 'ФИО'), { type: 'string', minLength: 1, maxLength: 200, indexed: true }),
    field('policy_number', both('Insurance policy', 'Полис'), {
      type: 'string',
      maxLength: 16,
      pattern: '^[0-9]{16}$',
      unique: true,
    }),
    field('birth_date', both('Date of birth', 'Дата рождения'), { type: 'date', indexed: true }),
    field('email', both('Email', 'Электронная почта'), { type: 'email', optional: true }),
    field('contacts', both('Whom to call', 'Кому звонить'), {
      type: 'list',
      maxItems: 5,
      of: {
        type: 'object',
        fields: [
          field('name', both('Name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
          field('phone', both('Phone', 'Телефон'), { type: 'string', maxLength: 16 }),
          field('relation', both('Relation', 'Кем приходится'), {
            type: 'string',
            maxLength: 60,
            optional: true,
          }),
        ],
      },
    }),
  ],
)

const room = entity(
  'data',
  'room',
  { one: both('Room', 'Кабинет'), many: both('Rooms', 'Кабинеты'), of: 'кабинета' },
  [
    field('number', both('Number', 'Номер'), { type: 'integer', min: 1, max: 9999, unique: true }),
    field('floor', both('Floor', 'Этаж'), { type: 'integer', min: -2, max: 40 }),
  ],
)

const appointment = entity(
  'data',
  'appointment',
  { one: both('Appointment', 'Приём'), many: both('Appointments', 'Приёмы'), of: 'приёма' },
  [
    field('doctor_id', both('Doctor', 'Врач'), { type: 'reference', entity: 'doctor', onDelete: 'restrict' }),
    field('patient_id', both('Patient', 'Пациент'), {
      type: 'reference',
      entity: 'patient',
      onDelete: 'cascade',
    }),
    field('room_id', both('Room', 'Кабинет'), {
      type: 'reference',
      entity: 'room',
      onDelete: 'set_null',
      optional: true,
    }),
    field('starts_at', both('Starts', 'Начало'), { type: 'datetime', indexed: true }),
    field('minutes', both('Minutes', 'Минут'), { type: 'integer', min: 5, max: 240, default: 20 }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [
        value('booked', 'Booked', 'Записан'),
        value('confirmed', 'Confirmed', 'Подтверждён'),
        value('done', 'Done', 'Состоялся'),
        value('missed', 'Missed', 'Пропущен'),
        value('cancelled', 'Cancelled', 'Отменён'),
      ],
      indexed: true,
      default: 'booked',
    }),
    field('complaint', both('Complaint', 'Жалобы'), { type: 'text', maxLength: 5000, optional: true }),
  ],
  {
    indexes: [{ fields: ['doctor_id', 'starts_at'], unique: true }, { fields: ['patient_id', 'starts_at'] }],
  },
)

export const clinic: Example = {
  ...cards.clinic,
  topology: {
    topoforge: 1,
    project: {
      name: 'clinic',
      context: 'clinic',
      title: both('Clinic', 'Клиника'),
      description: both('Doctors, patients, appointments.', 'Врачи, пациенты, приёмы.'),
      locale: 'ru',
    },
    nodes: [
      {
        id: 'booking',
        type: 'service',
        kind: 'business_api',
        domain: 'booking',
        label: both('Booking', 'Запись на приём'),
        description: both('What patients use.', 'Чем пользуются пациенты.'),
        port: 8000,
        resources: [
          { entity: 'doctor', operations: ['read', 'list'] },
          { entity: 'appointment', operations: ['create', 'read', 'list', 'update'] },
        ],
      },
      {
        id: 'reception',
        type: 'service',
        kind: 'business_api',
        domain: 'reception',
        label: both('Reception', 'Регистратура'),
        description: both('What the staff use.', 'Чем пользуются сотрудники.'),
        port: 8003,
      },
      {
        id: 'data',
        type: 'service',
        kind: 'postgres_data_api',
        domain: 'care',
        label: both('Doctors and patients', 'Врачи и пациенты'),
      },
      { id: 'database', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'booking', to: 'data' },
      { id: 'link-2', type: 'calls', from: 'reception', to: 'data' },
      { id: 'link-3', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [doctor, patient, room, appointment],
    messages: [],
    layout: places({ booking: [0, 0], reception: [0, 1], data: [1, 0.5], database: [2, 0.5] }),
  },
}

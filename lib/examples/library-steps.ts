import type { BusinessApi } from '@/lib/topology/model/service'
import type { Value } from '@/lib/topology/model/value'
import type { Schedule } from '@/lib/topology/steps/step-lists'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { both } from './parts'

type UseCase = NonNullable<BusinessApi['useCases']>[number]

const item = (name: string): Value => ({ value: 'item', path: [name] })
const now: Value = { value: 'now' }

function changedBy(operator: '+' | '-'): Value {
  return { value: 'arithmetic', operator, left: result('book', 'copies'), right: constant(1) }
}

/** A book is lent for three weeks; the last copy goes to one reader only. */
export const lendBook: UseCase = {
  id: 'lend-book',
  name: 'lend_book',
  title: both('Lend a book', 'Выдать книгу'),
  method: 'POST',
  path: '/lendings',
  input: [
    { name: 'isbn', label: both('ISBN', 'ISBN'), type: 'string', maxLength: 13 },
    { name: 'card_number', label: both('Library card', 'Читательский билет'), type: 'string', maxLength: 8 },
  ],
  steps: [
    { step: 'load', entity: 'book', by: 'isbn', value: input('isbn'), as: 'book' },
    { step: 'load', entity: 'reader', by: 'card_number', value: input('card_number'), as: 'reader' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('reader', 'is_blocked'),
        right: constant(false),
      },
      error: 'blocked_reader',
      status: 403,
      text: both('This reader may not borrow.', 'Этому читателю книги не выдаются.'),
    },
    {
      step: 'require',
      condition: { test: 'compare', operator: '>', left: result('book', 'copies'), right: constant(0) },
      error: 'no_copy_left',
      status: 409,
      text: both('All copies are lent.', 'Все экземпляры выданы.'),
    },
    { step: 'update', target: 'book', values: [{ name: 'copies', value: changedBy('-') }] },
    {
      step: 'create',
      entity: 'borrowing',
      values: [
        { name: 'book_id', value: result('book', 'id') },
        { name: 'reader_id', value: result('reader', 'id') },
        {
          name: 'due_at',
          value: { value: 'shift', date: now, direction: 'after', amount: 21, unit: 'days' },
        },
      ],
      as: 'borrowing',
    },
    { step: 'answer', status: 201, content: { body: 'entity', result: 'borrowing' } },
  ],
}

/** What comes back is on the shelf again, once. */
export const takeBack: UseCase = {
  id: 'take-back',
  name: 'take_back',
  title: both('Take a book back', 'Принять книгу'),
  method: 'POST',
  path: '/borrowings/{borrowing_id}/return',
  input: [
    { name: 'borrowing_id', label: both('Borrowing', 'Выдача'), type: 'reference', entity: 'borrowing' },
  ],
  steps: [
    { step: 'load', entity: 'borrowing', by: 'id', value: input('borrowing_id'), as: 'borrowing' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('borrowing', 'status'),
        right: constant('out'),
      },
      error: 'returned_already',
      status: 409,
      text: both('The book is back already.', 'Книга уже возвращена.'),
    },
    { step: 'load', entity: 'book', by: 'id', value: result('borrowing', 'book_id'), as: 'book' },
    { step: 'update', target: 'borrowing', values: [{ name: 'status', value: constant('returned') }] },
    { step: 'update', target: 'book', values: [{ name: 'copies', value: changedBy('+') }] },
    { step: 'answer', status: 200, content: { body: 'entity', result: 'borrowing' } },
  ],
}

/** Every morning whoever is late gets a letter, and it is noted that he did. */
export const remindReaders: Schedule = {
  id: 'remind-readers',
  name: 'remind_readers',
  cron: '0 9 * * *',
  timeZone: 'Europe/London',
  steps: [
    {
      step: 'find',
      entity: 'borrowing',
      where: [
        { field: 'status', operator: '=', value: constant('out') },
        { field: 'due_at', operator: '<', value: now },
      ],
      orderBy: 'due_at',
      as: 'late',
    },
    {
      step: 'for_each',
      of: 'late',
      steps: [
        { step: 'load', entity: 'reader', by: 'id', value: item('reader_id'), as: 'reader' },
        { step: 'load', entity: 'book', by: 'id', value: item('book_id'), as: 'book' },
        { step: 'update', target: 'item', values: [{ name: 'reminded_on', value: { value: 'today' } }] },
        {
          step: 'email',
          via: 'mail',
          to: result('reader', 'email'),
          subject: constant('A book is waited for'),
          body: {
            value: 'text',
            text: both(
              '{name}, please bring back “{title}”.',
              '{name}, пожалуйста, верните книгу «{title}».',
            ),
            places: [
              { name: 'name', value: result('reader', 'name') },
              { name: 'title', value: result('book', 'title') },
            ],
          },
        },
      ],
    },
  ],
}

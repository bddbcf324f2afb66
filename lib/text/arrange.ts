import { text } from './text'

/** Where nodes stand: what can be done about it, and what was done. */
export const arrangeTexts = {
  tidy: text('Tidy', 'Навести порядок'),
  tidying: text('Tidying…', 'Навожу порядок…'),
  tidied: text('Tidied', 'Порядок наведён'),
  alreadyTidy: text('It is tidy already', 'Порядок уже есть'),
  nothingToTidy: text('There is nothing to tidy', 'Упорядочивать нечего'),
  tidyFailed: text(
    'The layout could not be made. Nothing was moved.',
    'Расположить не получилось. Ничего не сдвинуто.',
  ),
  pin: text('Pin in place', 'Закрепить на месте'),
  unpin: text('Unpin', 'Открепить'),
  pinned: text('Pinned: tidying leaves it here', 'Закреплено: при наведении порядка останется здесь'),
  unpinned: text('Unpinned', 'Откреплено'),
  alignLeft: text('Align left', 'По левому краю'),
  alignCentre: text('Align centres', 'По центру'),
  alignRight: text('Align right', 'По правому краю'),
  alignTop: text('Align tops', 'По верхнему краю'),
  alignMiddle: text('Align middles', 'По середине'),
  alignBottom: text('Align bottoms', 'По нижнему краю'),
  distributeAcross: text('Equal gaps across', 'Равные промежутки по горизонтали'),
  distributeDown: text('Equal gaps down', 'Равные промежутки по вертикали'),
  selectAtLeast: (count: number) =>
    text(`Select at least ${count} nodes`, `Выделите хотя бы ${count} ${count < 5 ? 'узла' : 'узлов'}`),
} as const

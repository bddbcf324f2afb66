import { remark } from '../formats/remark'
import type { TomlTable } from '../formats/toml'
import { LINE_LENGTH } from './width'

export const PYTHON_VERSIONS = '>=3.11,<3.14'

const RULE_FAMILIES =
  'E F W I N D UP ANN ASYNC S B A C4 DTZ EM ERA FAST LOG PERF PGH PIE PL PT PTH RET RUF SIM T20 TID TRY ARG BLE'

/** How ruff looks at a project. Its sections of imports are those of `arrangeImports`. */
const RUFF: readonly TomlTable[] = [
  {
    path: ['tool', 'ruff'],
    values: { 'line-length': LINE_LENGTH, 'target-version': 'py311', src: ['.', 'services'] },
  },
  {
    path: ['tool', 'ruff', 'lint'],
    values: {
      select: RULE_FAMILIES.split(' '),
      ignore: [
        remark('A magic method is documented by the language.', 'D105'),
        remark('A constructor is documented by its class.', 'D107'),
        remark('Fields are called as they are drawn.', 'E741'),
        remark('The formatter breaks every line that can be broken; texts and patterns cannot.', 'E501'),
      ],
    },
  },
  {
    path: ['tool', 'ruff', 'lint', 'per-file-ignores'],
    values: {
      // All lists of steps are run alike, whatever they need of what they are given; a design has no secrets, so that
      // a field that is called like one is given none.
      '**/application/use_cases/*.py': ['ARG002', 'S106'],
      '**/application/handlers/*.py': ['ARG002', 'S106'],
      '**/application/schedules/*.py': ['ARG002', 'S106'],
      // A path has as many parts as a person gives it.
      '**/api/routes/cases/*.py': ['PLR0913', 'PLR0917'],
      '**/api/schemas/cases/*.py': ['PLR0913', 'PLR0917'],
      // The members of an enum may be called as a person likes, `PASSWORD` too.
      '**/domain/decisions/*.py': ['S105'],
      '**/domain/inputs/*.py': ['S105'],
      '**/domain/externals/*.py': ['S105'],
      '**/domain/value_objects/*.py': ['S105'],
      '**/application/dtos/*.py': ['S105'],
      '**/texts.py': ['RUF001'],
      '**/tests/**': ['PLR2004', 'S101', 'S106'],
    },
  },
  { path: ['tool', 'ruff', 'lint', 'pydocstyle'], values: { convention: 'google' } },
  {
    path: ['tool', 'ruff', 'lint', 'isort'],
    values: {
      'section-order': ['future', 'standard-library', 'third-party', 'shared', 'first-party', 'local-folder'],
    },
  },
  { path: ['tool', 'ruff', 'lint', 'isort', 'sections'], values: { shared: ['shared'] } },
  { path: ['tool', 'ruff', 'lint', 'flake8-tidy-imports'], values: { 'ban-relative-imports': 'all' } },
  {
    path: ['tool', 'ruff', 'lint', 'flake8-tidy-imports', 'banned-api'],
    values: {
      requests: { msg: 'It blocks the event loop: use shared.http_client.' },
      'time.sleep': { msg: 'It blocks the event loop: await asyncio.sleep.' },
    },
  },
  {
    path: ['tool', 'ruff', 'lint', 'flake8-bugbear'],
    values: { 'extend-immutable-calls': ['fastapi.Depends', 'fastapi.Query'] },
  },
]

const TYPES_AND_TESTS: readonly TomlTable[] = [
  {
    path: ['tool', 'mypy'],
    values: {
      strict: true,
      python_version: '3.11',
      mypy_path: ['services', 'shared/src'],
      files: ['.'],
      namespace_packages: true,
      explicit_package_bases: true,
      warn_unreachable: true,
      enable_error_code: ['ignore-without-code', 'possibly-undefined', 'redundant-expr', 'truthy-bool'],
    },
  },
  {
    path: ['tool', 'pytest', 'ini_options'],
    values: {
      addopts: ['--import-mode=importlib', '--strict-config', '--strict-markers'],
      asyncio_mode: 'auto',
      asyncio_default_fixture_loop_scope: 'session',
      asyncio_default_test_loop_scope: 'session',
      filterwarnings: ['error'],
      markers: ['integration: needs a real server, named by a TEST_ variable'],
      pythonpath: ['.', 'services', 'shared/src'],
      testpaths: ['services', 'shared', 'tests'],
      // An entity may be called testimonial: its class is no test.
      python_classes: ['TestRoutes'],
    },
  },
  { path: ['tool', 'coverage', 'run'], values: { branch: true, concurrency: ['thread', 'greenlet'] } },
  {
    path: ['tool', 'coverage', 'report'],
    values: { fail_under: 80, show_missing: true, skip_covered: true },
  },
]

/** The tables of the root pyproject that configure the tools, the same for every project. */
export const toolConfig: readonly TomlTable[] = [...RUFF, ...TYPES_AND_TESTS]

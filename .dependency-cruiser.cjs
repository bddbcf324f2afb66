/**
 * Who may import whom. Knowledge flows one way: topology ← catalog ← rules, generator, share ← store ← commands ←
 * components ← app. Type imports count. A layer may always import itself.
 */
const MAY_IMPORT = {
  'lib/topology': [],
  'lib/catalog': ['lib/topology'],
  'lib/rules': ['lib/topology', 'lib/catalog'],
  'lib/generator': ['lib/topology', 'lib/catalog'],
  'lib/share': ['lib/topology', 'lib/catalog'],
  'lib/layout': ['lib/topology', 'lib/catalog'],
  'lib/examples': ['lib/topology', 'lib/catalog'],
  'lib/store': ['lib/topology', 'lib/share'],
  'lib/text': ['lib/topology', 'lib/rules', 'lib/store'],
  'lib/commands': ['lib'],
  'components/ui': [],
}

// A test may look at what it tests through the layers below the application, never through a component or the app.
const TESTS = '\\.test\\.tsx?$|^lib/testing/'

const layers = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `${layer.replace('/', '-')}-imports`,
  comment: `${layer} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: TESTS },
  to: {
    path: '^(app|cli|components|e2e|lib|scripts)/',
    pathNot: [layer, ...allowed].map((folder) => `^${folder}/`),
  },
}))

/** Only the files at `only` may import the packages that match. */
function packageOnlyIn(name, packages, only, within = '^(app|cli|components|e2e|lib|scripts)/') {
  return {
    name,
    severity: 'error',
    from: { path: within, pathNot: only },
    to: { path: `(^|/)node_modules/(${packages})/` },
  }
}

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'components-imports',
      comment: 'a component imports lib, components/ui and another folder of components by its index only',
      severity: 'error',
      from: { path: '^components/([^/]+)/' },
      to: {
        path: '^(app|cli|e2e|scripts|components)/',
        pathNot: ['^components/ui/', '^components/$1/', '^components/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'lib-stays-below',
      comment: 'nothing in lib knows the application',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|cli|components|e2e|scripts)/' },
    },
    {
      name: 'app-is-on-top',
      comment: 'nothing imports a route or the command line',
      severity: 'error',
      from: { path: '^(components|lib|scripts)/' },
      to: { path: '^(app|cli)/' },
    },
    packageOnlyIn(
      'no-framework-below-store',
      'react|react-dom|next|zustand|@xyflow',
      'never',
      '^lib/(topology|catalog|rules|generator|share|examples)/',
    ),
    packageOnlyIn(
      'zip-in-one-file',
      'jszip',
      '^lib/generator/zip(\\.test)?\\.ts$',
      '^(app|cli|components|lib)/',
    ),
    packageOnlyIn(
      'compression-in-two-places',
      'fflate',
      '^lib/(share/|generator/zip(\\.test)?\\.ts$)',
      '^(app|cli|components|lib)/',
    ),
    packageOnlyIn('handlebars-in-render', 'handlebars', '^lib/generator/render(\\.test)?\\.ts$|^scripts/'),
    packageOnlyIn('react-flow-in-canvas', '@xyflow', '^components/canvas/'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-packages-shipped',
      comment: 'what is shipped may use only the packages that are installed with it',
      severity: 'error',
      from: { path: '^(app|cli|components|lib)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.cache|templates)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}

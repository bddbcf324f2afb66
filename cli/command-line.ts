import { Command, CommanderError, Option } from 'commander'
import { type GenerateOptions, generateCommand } from './commands/generate'
import { exampleCommand, examplesCommand, ruleCommand, rulesCommand, schemaCommand } from './commands/show'
import { type ValidateOptions, validateCommand } from './commands/validate'
import { EXIT, Failure } from './failure'

const EXIT_CODES = `
Exit codes: 0 fine (warnings too), 1 errors in the design, 2 wrong use, 3 unreadable or no design.
FILE may be - for standard input.`

/** A command tells what became of it. */
type Report = (exitCode: number) => void

function createProgram(report: Report): Command {
  const program = new Command('topoforge')
    .description('Turns a checked drawing of services into a Python monorepo.')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
    .showHelpAfterError('`topoforge --help` shows how it is used.')
  addDesignCommands(program, report)
  addListCommands(program)
  return program
}

function addDesignCommands(program: Command, report: Report): void {
  program
    .command('validate')
    .argument('<file>', 'the design, or - for standard input')
    .addOption(
      new Option('--format <format>', 'how findings are printed').choices(['text', 'json']).default('text'),
    )
    .description('judge a design by all rules')
    .action((file: string, options: ValidateOptions) => report(validateCommand(file, options)))
  program
    .command('generate')
    .argument('<file>', 'the design, or - for standard input')
    .option('--out <folder>', 'write the project into this folder, which is new or empty')
    .option('--zip <file>', 'write the project as this new zip file, or - for standard output')
    .description('make the project of a design')
    .action((file: string, options: GenerateOptions) => generateCommand(file, options))
}

function addListCommands(program: Command): void {
  program.command('examples').description('list the examples').action(examplesCommand)
  program
    .command('example')
    .argument('<id>')
    .description('print an example as a design file')
    .action((id: string) => exampleCommand(id))
  program.command('schema').description('print the JSON Schema of design files').action(schemaCommand)
  program.command('rules').description('list the rules').action(rulesCommand)
  program
    .command('rule')
    .argument('<id>')
    .description('explain a rule')
    .action((id: string) => ruleCommand(id))
}

/** Runs one command and answers its exit code; what went wrong is said on standard error. */
export function runCommandLine(args: readonly string[]): number {
  let exitCode: number = EXIT.fine
  try {
    createProgram((code) => {
      exitCode = code
    }).parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  return exitCode
}

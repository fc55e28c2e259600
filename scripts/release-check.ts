/** Says what a release still misses, and refuses: `npm run release:check`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..');

/** What a release is judged by. */
export interface ReleaseFacts {
  readonly manifest: {
    readonly name?: string;
    readonly version?: string;
    readonly private?: boolean;
    readonly license?: string;
    readonly repository?: { readonly url?: string };
  };
  readonly lockVersion: string | undefined;
  readonly publisher: string | undefined;
  readonly changelog: string;
  /** What git has that is not committed. */
  readonly changed: string;
  /** The tag that is released; undefined where there is none yet. */
  readonly tag: string | undefined;
  /** `owner/name` of the repository in which the release runs. */
  readonly repository: string | undefined;
  /** Whether npm has this version; undefined where it could not be asked. */
  readonly isPublished: boolean | undefined;
}

/** What is missing, a line each, with what to do. */
export function missingForRelease(facts: ReleaseFacts): readonly string[] {
  const { manifest, changelog, tag } = facts;
  const { name = '', version = '', repository } = manifest;
  const url = repository?.url ?? '';
  const heading = new RegExp(
    `^## \\[?${version.replaceAll('.', '\\.')}\\]? - \\d{4}-\\d{2}-\\d{2}$`,
    'm',
  );
  const lines: readonly (readonly [ok: boolean, line: string])[] = [
    [
      url !== '',
      'repository: package.json has no repository.url; npm compares it with where it is built.',
    ],
    [
      url === '' || facts.repository === undefined || url.includes(`/${facts.repository}`),
      `repository: repository.url is ${url}, and this is ${facts.repository}.`,
    ],
    [/^(?:@[a-z0-9-]+\/)?[a-z0-9-]+$/.test(name), `name: "${name}" is no name of a package.`],
    [manifest.private !== true, 'name: package.json says private, so that npm refuses it.'],
    [/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version), `version: "${version}" is no version.`],
    [facts.lockVersion === version, 'version: package-lock.json has another one: npm install.'],
    [
      tag === undefined || tag === `v${version}`,
      `version: the tag is ${tag}, and the version ${version}.`,
    ],
    [facts.isPublished !== true, `version: npm has ${name} ${version} already: raise it.`],
    [
      heading.test(changelog),
      `changelog: CHANGELOG.md has no heading "## ${version} - DATE" with the day.`,
    ],
    [(facts.publisher ?? '') !== '', 'editor: editors/vscode/package.json has no publisher.'],
    [facts.changed === '', 'git: there are changes that are not committed.'],
  ];
  return lines.filter(([ok]) => !ok).map(([, line]) => line);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function factsHere(): ReleaseFacts {
  const manifest = JSON.parse(read('package.json')) as ReleaseFacts['manifest'];
  const lock = JSON.parse(read('package-lock.json')) as { version?: string };
  const editor = JSON.parse(read('editors/vscode/package.json')) as { publisher?: string };
  const asked = spawnSync('npm', ['view', `${manifest.name}@${manifest.version}`, 'version'], {
    encoding: 'utf8',
    timeout: 30_000,
    shell: process.platform === 'win32',
  });
  const isUnknown = asked.stderr.includes('E404');
  return {
    manifest,
    lockVersion: lock.version,
    publisher: editor.publisher,
    changelog: read('CHANGELOG.md'),
    changed: execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }),
    tag: process.env['GITHUB_REF_TYPE'] === 'tag' ? process.env['GITHUB_REF_NAME'] : undefined,
    repository: process.env['GITHUB_REPOSITORY'],
    isPublished: asked.status === 0 ? asked.stdout.trim() !== '' : isUnknown ? false : undefined,
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const missing = missingForRelease(factsHere());
  for (const line of missing) console.log(line);
  console.log(
    missing.length === 0 ? 'Nothing is missing.' : `\n${missing.length} to do; see RELEASING.md.`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
}

/**
 * Packs editors/vscode into delegate-briefs-VERSION.vsix: a zip with the extension, the whole program in
 * one file, and the two lists that VS Code reads. It is what both marketplaces take.
 *
 *     npx tsx scripts/vsix.ts [FOLDER]
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { BuildOptions, OutputChunk } from 'rolldown';
import { build } from 'rolldown';
import { configSchema } from '../src/config/schema.ts';
import { completeManifest, fromTables } from './editor-manifest.ts';
import { licenses } from './licenses.mjs';
import { singleFileText } from '../src/files/single-file.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const extension = join(root, 'editors/vscode');

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly publisher: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly contributes: {
    readonly commands: readonly object[];
    readonly menus: Readonly<Record<string, readonly object[]>>;
  };
}

/** The files of the package by their names in it. */
async function contents(version: string): Promise<Record<string, string | Buffer>> {
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Manifest;
  const chunks = await bundled();
  return {
    'extension.vsixmanifest': vsixManifest(manifest, version),
    '[Content_Types].xml': CONTENT_TYPES,
    'extension/package.json': `${JSON.stringify({ ...completeManifest(manifest, await fromTables()), version }, null, 2)}\n`,
    'extension/readme.md': marketText(
      readFileSync(join(extension, 'README.md'), 'utf8'),
      'editors/vscode/',
      version,
    ),
    'extension/changelog.md': marketText(
      readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
      '',
      version,
    ),
    'extension/media/icon.png': readFileSync(join(extension, 'media/icon.png')),
    'extension/LICENSE.txt': `${readFileSync(join(root, 'LICENSE'), 'utf8')}\n${licenses(chunks.flatMap(({ moduleIds }) => moduleIds))}`,
    ...Object.fromEntries(chunks.map(({ fileName, code }) => [`extension/dist/${fileName}`, code])),
    'extension/dist/delegate.cjs': singleFileText(version),
    ...asTheyAre('media'),
    ...asTheyAre('syntaxes'),
    'extension/schema/config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
  };
}

/** What is loaded when it is needed. */
const LAZY = ['acts', 'awake', 'board', 'client', 'preview'];

/** The code of the extension: what starts with it is one file, and reads no other. */
async function bundled(): Promise<readonly OutputChunk[]> {
  const sourceOf = (name: string): string => join(extension, `src/${name}.mts`);
  const isLazy = new RegExp(`^\\./(${LAZY.join('|')})\\.mts$`);
  const outside = {
    name: 'loaded-later',
    resolveId: {
      filter: { id: isLazy },
      handler: (id: string) => ({ id: id.replace(isLazy, './$1.js'), external: true }),
    },
  };
  const [start, later] = await Promise.all([
    build({ ...SHARED, input: sourceOf('extension'), plugins: [outside] }),
    build({ ...SHARED, input: Object.fromEntries(LAZY.map((name) => [name, sourceOf(name)])) }),
  ]);
  return [...start.output, ...later.output].filter((one) => one.type === 'chunk');
}

const SHARED = {
  external: ['vscode'],
  platform: 'node',
  transform: { target: 'node20' },
  write: false,
  output: { format: 'cjs', minify: true, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
} as const satisfies BuildOptions;

/** The files of a folder of the extension by their names in the package. */
function asTheyAre(folder: string): Record<string, string> {
  const isText = (name: string): boolean => !/\.png$|^icon\./.test(name);
  const names = readdirSync(join(extension, folder)).filter(isText).toSorted();
  return Object.fromEntries(
    names.map((name) => [
      `extension/${folder}/${name}`,
      readFileSync(join(extension, folder, name), 'utf8'),
    ]),
  );
}

/**
 * A text as the marketplaces show it, which know no files of ours: links and pictures lead to this
 * version in the repository. Without the repository's address they are left out.
 *
 * @param folder Where in the repository it stands, with a slash at the end.
 */
function marketText(text: string, folder: string, version: string): string {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly repository?: { readonly url: string };
  };
  const url = repository?.url ?? '';
  const [, name] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  const [raw, page] = [
    `https://raw.githubusercontent.com/${name}/v${version}/${folder}`,
    `https://github.com/${name}/blob/v${version}/${folder}`,
  ];
  return text
    .replace(/^!\[([^\]]*)\]\(([\w./-]+)\)\n\n?/gm, (_, alt, path) =>
      name === undefined ? '' : `![${alt}](${raw}${path})\n\n`,
    )
    .replace(/(?<!!)\[([^\]]*)\]\(([\w./-]+(?:#[\w-]+)?)\)/g, (_, words, path) =>
      name === undefined ? words : `[${words}](${page}${path})`,
    );
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json"/>
  <Default Extension=".js" ContentType="application/javascript"/>
  <Default Extension=".cjs" ContentType="application/javascript"/>
  <Default Extension=".md" ContentType="text/markdown"/>
  <Default Extension=".png" ContentType="image/png"/>
  <Default Extension=".svg" ContentType="image/svg+xml"/>
  <Default Extension=".txt" ContentType="text/plain"/>
  <Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
`;

function xml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function vsixManifest(manifest: Manifest, version: string): string {
  const { name, publisher, displayName, description, categories, keywords, engines } = manifest;
  const { galleryBanner } = manifest;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml(keywords.join(','))}</Tags>
    <Categories>${xml(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
      <Property Id="Microsoft.VisualStudio.Code.ExecutesCode" Value="true"/>
      <Property Id="Microsoft.VisualStudio.Services.Branding.Color" Value="${xml(galleryBanner.color)}"/>
      <Property Id="Microsoft.VisualStudio.Services.Branding.Theme" Value="${xml(galleryBanner.theme)}"/>
      <Property Id="Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown" Value="true"/>
      <Property Id="Microsoft.VisualStudio.Services.Content.Pricing" Value="Free"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/media/icon.png</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/readme.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Changelog" Path="extension/changelog.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/media/icon.png" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}

/** Packs the extension and returns the path of the package. */
export async function packVsix(folder: string): Promise<string> {
  const program = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const files = await contents(program.version);
  // A fixed date: the same sources make the same package.
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      [typeof text === 'string' ? Buffer.from(text) : text, { mtime: '2026-01-01' }],
    ]),
  );
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `delegate-briefs-${program.version}.vsix`);
  writeFileSync(file, zipSync(zippable, { level: 9 }));
  return file;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = await packVsix(resolve(process.argv[2] ?? '.'));
  process.stdout.write(`${file}\n`);
}

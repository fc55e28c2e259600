/** `delegate completion SHELL`: the script with which a shell completes what is typed. */
import type { Command } from 'commander';
import { readTemplate } from '../../files/package.ts';
import type { Execute } from '../command.ts';
import { choiceOf } from '../options.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof SHELLS)[number];

export function declare(command: Command, execute: Execute): void {
  command
    .argument('<shell>', SHELLS.join(', '), choiceOf('the shell', SHELLS))
    .addHelpText(
      'after',
      `
The shell completes commands, options, their values, and briefs by file name or id. To have it for good:

  bash        mkdir -p ~/.local/share/bash-completion/completions
              delegate completion bash > ~/.local/share/bash-completion/completions/delegate
              (needs the package bash-completion; without it, in ~/.bashrc:
              source <(delegate completion bash))
  zsh         mkdir -p ~/.zfunc && delegate completion zsh > ~/.zfunc/_delegate
              and in ~/.zshrc, before compinit: fpath=(~/.zfunc $fpath)
              (where nothing calls it, also after it: autoload -Uz compinit && compinit)
  fish        mkdir -p ~/.config/fish/completions
              delegate completion fish > ~/.config/fish/completions/delegate.fish
  PowerShell  mkdir -Force (Split-Path $PROFILE)
              delegate completion powershell >> $PROFILE

It takes effect in the next shell that is started.

Examples:
  delegate completion bash
  delegate completion fish`,
    )
    .action((shell: Shell) =>
      execute(() => ({ out: readTemplate(`completion/delegate.${shell}`) })),
    );
}

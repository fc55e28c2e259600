/** The prompts that are used, and no more: the bundle leaves out what they bring along for the rest. */
export { checkbox, confirm, select } from '@inquirer/prompts';

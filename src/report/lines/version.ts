/** The version of the shape of the lines; another one says that programs have to look again. */
export const LINE_VERSION = 1;

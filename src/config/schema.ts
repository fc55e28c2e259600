/** The JSON Schema of `.delegate.yaml`. */
export function configSchema(): Readonly<Record<string, unknown>> {
  return {};
}

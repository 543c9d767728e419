import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../src/core/config/copydesk-config.ts';
import { rules } from '../src/core/rules/registry.ts';

const levels = ['off', 'information', 'warning', 'error'];

/** The JSON schema of `copydesk.json`: what the settings are, and the rules that there are, by name. */
export function configJsonSchema() {
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    // A regular expression is checked by trying it, which JSON schema has a name for.
    overrideAction: ({ valibotAction }) => (valibotAction.type === 'check' ? { format: 'regex' } : undefined),
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'Copydesk’s settings for a site',
    description:
      'What editors and CI must agree on: required fields, what fields may hold, how severe rules are.',
    allowComments: true,
    allowTrailingCommas: true,
    ...rest,
    properties: {
      ...rest.properties,
      rules: {
        type: 'object',
        description: 'How severe a rule is: "off", "information", "warning" or "error".',
        properties: Object.fromEntries(
          rules.map(({ meta }) => [
            meta.id,
            { enum: levels, default: meta.severity, description: meta.summary },
          ]),
        ),
        additionalProperties: false,
      },
    },
  };
}

import { html } from 'hono/html'
import type { Content, Markup } from '../parts/markup.js'

/** What was typed, by the name of its field. */
export type Typed = ReadonlyMap<string, string>

/** A field of the form, and whether it is the one that must be put right. */
export type FieldSpec = {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly isRequired?: boolean
  readonly most?: number
}

/** What every field is told of the page: what was typed before, and where the fault is. */
export type Given = { readonly typed: Typed; readonly wrong: string | null }

/** A line of text with its label, its help and its fault. */
export function textField(
  { typed, wrong }: Given,
  spec: FieldSpec & { readonly type?: string; readonly autocomplete?: string },
): Markup {
  const { name, type = 'text', most = 200, autocomplete = 'off' } = spec
  return around(
    spec,
    wrong,
    html`<input id="${name}" name="${name}" type="${type}" maxlength="${most}" value="${typed.get(name) ?? ''}" autocomplete="${autocomplete}"${marks(spec, wrong)}>`,
  )
}

/** Several lines. */
export function longField({ typed, wrong }: Given, spec: FieldSpec): Markup {
  const { name, most = 5000 } = spec
  return around(
    spec,
    wrong,
    html`<textarea id="${name}" name="${name}" rows="7" maxlength="${most}"${marks(spec, wrong)}>${typed.get(name) ?? ''}</textarea>`,
  )
}

/** One of few, all to be seen. */
export function choiceField(
  { typed }: Given,
  { name, label, help }: FieldSpec,
  choices: readonly (readonly [value: string, label: Content])[],
): Markup {
  const chosen = typed.get(name) ?? choices[0]?.[0]
  return html`<fieldset class="choice"><legend>${label}</legend>${help ? html`<p class="soft">${help}</p>` : null}
${choices.map(
  ([
    value,
    text,
  ]) => html`<label class="radio"><input type="radio" name="${name}" value="${value}"${value === chosen ? html` checked` : null}> ${text}</label>
`,
)}</fieldset>`
}

/** One of a list. */
export function listField(
  { typed, wrong }: Given,
  spec: FieldSpec,
  choices: readonly (readonly [value: string, label: string])[],
): Markup {
  const chosen = typed.get(spec.name) ?? choices[0]?.[0]
  return around(
    spec,
    wrong,
    html`<select id="${spec.name}" name="${spec.name}"${marks(spec, wrong)}>${choices.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`)}</select>`,
  )
}

/** A file to be chosen. */
export function fileField(
  { wrong }: Given,
  spec: FieldSpec & { readonly isMany?: boolean },
): Markup {
  return around(
    spec,
    wrong,
    html`<input id="${spec.name}" name="${spec.name}" type="file" accept=".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.ofd"${spec.isMany ? html` multiple` : null}${marks(spec, wrong)}>`,
  )
}

function around(
  { name, label, help, isRequired }: FieldSpec,
  wrong: string | null,
  control: Markup,
): Markup {
  return html`<div class="field${wrong === name ? ' wrong' : ''}"><label for="${name}">${label}${isRequired ? html`<span class="must">（必填）</span>` : null}</label>
${help ? html`<p class="soft" id="${name}-help">${help}</p>` : null}${control}</div>
`
}

function marks({ name, help, isRequired }: FieldSpec, wrong: string | null): Markup {
  return html`${isRequired ? html` required` : null}${wrong === name ? html` aria-invalid="true" aria-describedby="fault"` : help ? html` aria-describedby="${name}-help"` : null}`
}

import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Items, type Options, type Said } from '../options.ts'
import { tag, type Tag } from '../tag/tag.ts'

type Task = Options<{
  title: Said & Options<{ classes?: string }>
  hint?: Said
  status: Said & Options<{ tag?: Tag; classes?: string }>
  href?: string
  classes?: string
}>

export type TaskList = Options<{
  items: Items<Task>
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>

function task(item: Task, id: string): Html {
  const describedBy = classNames(item.hint && `${id}-hint`, `${id}-status`)
  const title = item.href
    ? html`<a
        class="${classNames('govuk-link govuk-task-list__link', item.title.classes)}"
        href="${item.href}"
        aria-describedby="${describedBy}"
      >
        ${said(item.title)}
      </a>`
    : html`<div${attributes({ class: item.title.classes || null })}>
        ${said(item.title)}
      </div>`
  return html`<li
    class="${classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}"
  >
    <div class="govuk-task-list__name-and-hint">
      ${title} ${item.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${said(item.hint)}</div>`}
    </div>
    <div class="${classNames('govuk-task-list__status', item.status.classes)}" id="${id}-status">
      ${item.status.tag ? tag(item.status.tag) : said(item.status)}
    </div>
  </li>`
}

export function taskList(options: TaskList): Html {
  const prefix = options.idPrefix || 'task-list'
  const items = options.items.map((item, position) => (item ? task(item, `${prefix}-${position + 1}`) : null))
  return html`<ul${attributes({ class: classNames('govuk-task-list', options.classes), ...options.attributes })}>
  ${items}
</ul>`
}

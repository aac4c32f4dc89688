// What a screen reader is told of a part of a page: roles, where names come from, what describes what, states, in order.

/** Boxes that tell nothing by themselves. */
const SILENT = new Set([
  'generic', 'none', 'paragraph', 'LabelText', 'Legend', 'ListMarker', 'StaticText', 'InlineTextBox', 'emphasis',
  'strong', 'LineBreak', 'rowgroup', 'DescriptionList', 'form', 'region',
]);
const STATES = ['invalid', 'required', 'checked', 'expanded', 'level', 'disabled', 'multiline', 'roledescription'];

/** Each element that means something, as a line; the same thing many times over is told once. */
export async function structure(page, selector) {
  const tools = await page.context().newCDPSession(page);
  const { result } = await tools.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})` });
  if (!result.objectId) {
    throw new Error(`there is no ${selector}`);
  }
  const { nodes } = await tools.send('Accessibility.queryAXTree', { objectId: result.objectId });
  const lines = [];
  for (const node of nodes.filter(({ ignored, role }) => !ignored && !SILENT.has(role?.value))) {
    const kinds = await describedBy(page, node);
    lines.push([node.role.value, nameOf(node), kinds && `described by ${kinds}`, ...statesOf(node)].filter(Boolean).join(', '));
  }
  await tools.detach();
  return told(lines);
}

/** Where the name comes from: a label, a legend, the words inside, an attribute. */
function nameOf({ name }) {
  if (!name?.value?.trim()) {
    return '';
  }
  const source = (name.sources ?? []).find((one) => !one.superseded && one.value?.value);
  return `named by its ${source?.nativeSource ?? source?.attribute ?? source?.type ?? 'contents'}`;
}

function statesOf({ properties = [] }) {
  const shown = properties.filter(({ name, value }) => STATES.includes(name) && ![false, 'false', ''].includes(value.value));
  return shown.map(({ name, value }) => `${name} ${value.value}`);
}

/** What kinds of words describe it, in order: hints and errors. */
async function describedBy(page, { properties = [] }) {
  const ids = properties.find(({ name }) => name === 'describedby')?.value.relatedNodes?.map(({ idref }) => idref) ?? [];
  const kinds = await page.evaluate((all) => all.map((id) => {
    const classes = document.getElementById(id)?.className ?? '';
    return /error|wrong/.test(classes) ? 'error' : 'hint';
  }), ids.filter(Boolean));
  return kinds.join(' and ');
}

/** The lines with each run of lines that only says again what the run before it said left out. */
function told(lines) {
  const out = [];
  for (const line of lines) {
    out.push(line);
    for (let length = 1; length <= 5; length += 1) {
      const last = out.slice(-length).join('\n');
      if (out.length >= 2 * length && last === out.slice(-2 * length, -length).join('\n')) {
        out.splice(-length);
        break;
      }
    }
  }
  return out;
}

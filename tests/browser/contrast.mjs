// How well words and marks stand out from what lies behind them, as WCAG counts it.

/**
 * Every pair of colours on the page: `{ kind, front, behind, ratio, least, where }`. Words need 4.5 to 1, large words
 * and marks (icons, edges of fields, bars) 3 to 1.
 */
export function pairs(page) {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parse = (text) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      return { red, green, blue, alpha: alpha / 255 };
    };
    const over = (top, base) => Object.fromEntries([...['red', 'green', 'blue'].map((part) => [part, top[part] * top.alpha + base[part] * (1 - top.alpha)]), ['alpha', 1]]);
    const light = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ({ red, green, blue }) => 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
    const hex = ({ red, green, blue }) => `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
    const contrast = (one, two) => {
      const [dark, bright] = [luminance(one), luminance(two)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    };
    /** What may lie behind an element: one colour, or the ends of a gradient. */
    const behind = (element) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      const ends = backgroundImage.match(/(?:rgba?|color|oklch)\([^()]*\)/g);
      if (ends) {
        return ends.map(parse);
      }
      const own = parse(backgroundColor);
      if (own.alpha === 1) {
        return [own];
      }
      const below = element.parentElement ? behind(element.parentElement) : [parse('canvas')];
      return below.map((base) => over(own, base));
    };
    const found = new Map();
    const note = (kind, least, colour, element, base) => {
      for (const back of base ? behind(base) : [parse('canvas')]) {
        const front = over(parse(colour), back);
        const pair = { kind, front: hex(front), behind: hex(back), ratio: contrast(front, back), least };
        const key = `${kind} ${pair.front} ${pair.behind} ${least}`;
        if (!found.has(key)) {
          found.set(key, { ...pair, where: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}` });
        }
      }
    };
    for (const element of document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      const drawn = element.closest('svg');
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr')) {
        continue;
      }
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (words && !drawn) {
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        note('words', large ? 3 : 4.5, style.color, element, element);
      }
      if (words && drawn) {
        note('words', 4.5, style.fill, element, drawn.parentElement);
      }
      if (drawn && !words && element !== drawn) {
        const isLine = style.stroke !== 'none';
        const shown = [isLine ? style.stroke : style.fill].filter((colour) => colour !== 'none' && parse(colour).alpha);
        // The tick inside a filled disc is drawn in the colour of the page: it stands out from its disc, not the page.
        const inner = element.getAttribute('stroke') === 'var(--paper)';
        for (const colour of inner ? [] : shown) {
          note('mark', 3, colour, element, drawn.parentElement);
        }
      }
      if (element.matches('input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea')) {
        note('words', 4.5, style.color, element, element);
        note('mark', 3, style.borderTopColor, element, element.parentElement);
      }
    }
    return [...found.values()];
  });
}

/** Looking into the elements of XML, whatever prefixes it gives them. */
import { XmlElement } from '@rgrove/parse-xml';

/** Without its prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** Of the element, by the prefixes that stand on it or around it; '': none. */
export function namespaceOf(element: XmlElement): string {
  const prefix = element.name.includes(':') ? `xmlns:${element.name.split(':')[0] ?? ''}` : 'xmlns';
  for (let here: unknown = element; here instanceof XmlElement; here = here.parent) {
    const found = here.attributes[prefix];
    if (found !== undefined) return found.trim();
  }
  return '';
}

export function elements(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((one): one is XmlElement => one instanceof XmlElement);
}

export function children(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).filter((one) => localName(one) === name);
}

export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return children(parent, name)[0];
}

/** Without the space around it; '' of an element that is not there. */
export function textIn(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}

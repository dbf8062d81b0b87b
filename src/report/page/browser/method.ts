import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { View } from '../view/view.js';
import { explained, explainedStyles } from './explained.js';
import { ReportPart } from './part.js';

/** How every figure comes about, and what it does not prove. */
@customElement('zt-report-method')
export class ZtReportMethod extends ReportPart {
  static override styles = [...ReportPart.styles, explainedStyles];

  protected draw(view: View): TemplateResult {
    const { labels, k, competences } = view.edition;
    return this.chapter(
      view,
      {
        id: 'uitleg',
        title: 'Zo berekenen we de score',
        lead: 'Wat elk cijfer betekent, en wat het niet bewijst.',
      },
      html`<div class="small">
        ${explained([
          [
            'Dienstverleningsscore',
            html`<p>
                Van ieder telt de eerste poging van de laatste kennistoets in de periode. Is ook de werkdag
                gespeeld, dan telt die voor de helft mee. De ${competences.length} competenties wegen even
                zwaar. Nulmeting en eindmeting worden nooit gemiddeld.
              </p>
              <p>
                ${labels.map(({ from, label }, at) => html`${at === 0 ? '' : ', '}<b>${label}</b> vanaf ${from}`)}.
              </p>`,
          ],
          [
            '95%-interval',
            html`<p>
                De score is een gemiddelde van de mensen die meededen. Met andere mensen was hij iets anders
                geweest. Het interval zegt waar de werkelijke score waarschijnlijk ligt. Hoe minder mensen,
                hoe breder.
              </p>
              <p>
                Valt 0 binnen het interval van een verschil? Dan schrijven we: het verschil kan toeval zijn.
              </p>`,
          ],
          [
            'Groei',
            html`<p>
              Alleen van mensen die de nulmeting én de eindmeting deden, minstens 30. De twee vormen van de
              toets zijn niet even moeilijk. Dat verschil is eruit gehaald. Klein, middelgroot of groot? Dat
              zegt d: de groei gedeeld door de spreiding. Vanaf 0,2 is de groei klein, vanaf 0,5 middelgroot,
              vanaf 0,8 groot. Groei bewijst niet dat de cursus de oorzaak is: er is geen groep die niets
              deed.
            </p>`,
          ],
          [
            'Vragen van de toetsen',
            html`<p>
              <b>Onderscheid</b> zegt of mensen die de rest goed doen, ook deze vraag goed doen (van −1 tot
              1). Onder 0 is er meestal iets mis met de sleutel. <b>Cronbachs alfa</b> zegt hoe goed de vragen
              samen één ding meten. Vanaf 0,7 is dat redelijk voor groepen.
            </p>`,
          ],
          [
            'Wat we niet tonen',
            html`<p>
              Groepen onder de ${k} mensen. Een tweede groep, als je de eerste anders uit het totaal haalt.
              Een gemiddelde waar iedereen hetzelfde scoorde. Aandelen zijn afgerond op minstens twee mensen:
              daarom staat er soms ‘hoogstens’ of ‘minstens’. Een groep komt pas opnieuw in een rapport als er
              ${k} of meer mensen bij zijn of af zijn. Tot die tijd zie je het oude cijfer, met de dag erbij.
            </p>`,
          ],
          [
            'Wat de score niet zegt',
            html`<p>
              De score meet wat mensen in een toets kiezen. Niet wat ze aan de balie doen. Vergelijk een team
              met zichzelf, eerder dan met een ander team: werk en klanten verschillen. De score is niet
              bedoeld voor een oordeel over iemand.
            </p>`,
          ],
        ])}
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-method': ZtReportMethod;
  }
}

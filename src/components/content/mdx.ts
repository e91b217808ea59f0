import ScrollTable from '../look/ScrollTable.astro';
import Checklist from './Checklist.astro';
import Contrast from './Contrast.astro';
import Dated from './Dated.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import Law from './LawLink.astro';
import LawQuote from './LawQuote.astro';
import MandateMatrix from './MandateMatrix.astro';
import PlainHeading2 from './PlainHeading2.astro';
import PlainHeading3 from './PlainHeading3.astro';
import PlainHeading4 from './PlainHeading4.astro';
import Provision from './ProvisionNamed.astro';
import Say from './Say.astro';
import SharingMatrix from './SharingMatrix.astro';
import Source from './SourceLink.astro';
import Story from './Story.astro';
import Term from './TermLink.astro';
import Timeline from './Timeline.astro';
import TraitList from './TraitList.astro';
import Twin from './Twin.astro';
import Unsure from './Unsure.astro';
import WorkedDisclosure from './WorkedDisclosure.astro';

/**
 * What a module's text may use without importing it (src/content/check-prose.ts refuses the rest). Its headings begin at
 * level 3, below the part's h2.
 */
export const mdxComponents = {
  Story,
  Say,
  Law,
  Source,
  Term,
  LawQuote,
  Provision,
  Figure,
  Timeline,
  Contrast,
  Twin,
  WorkedDisclosure,
  Fact,
  Dated,
  Unsure,
  Checklist,
  MandateMatrix,
  SharingMatrix,
  TraitList,
  h3: PlainHeading3,
  h4: PlainHeading4,
  table: ScrollTable,
};

/** The same where the part's title is the page's h1: its headings rise by one level. */
export const mdxComponentsOfPage = { ...mdxComponents, h3: PlainHeading2, h4: PlainHeading3 };

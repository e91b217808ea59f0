/** A figure as it may be shown: always a band, a rounded number, or hidden with its reason; never a point of a share. */
export type Figure =
  | { readonly kind: 'share'; readonly low: number; readonly high: number }
  /** Groups, days: a figure that is no share, already in words: "5 af 9", "20–30 dage". */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'hidden'; readonly reason: 'few' | 'protects' };

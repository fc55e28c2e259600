/** The words that every text has, here and elsewhere: without content of their own. */

/** Words that carry no content of their own: for telling whether two texts say the same. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an the of to in on at by for from with and or but so that this these those is are was were be been being it its we our us you your they their them he she his her i my as if then than not no do does did have has had will would shall should can could may might must because since due want wants wanted need needs needed like order please which who what when where how there here very more less'.split(
    ' ',
  ),
);

/** Frequent words by which a text is known to be English. */
export const COMMON_ENGLISH: ReadonlySet<string> = new Set(
  'the of to and for is with by from or be are that it as at we our their must not an this will than within when can has have who which every each without before after stays all any if do does its per only a on'.split(
    ' ',
  ),
);

/** Frequent words of other languages that use the same letters, and that English does not have. */
export const COMMON_ELSEWHERE: ReadonlySet<string> = new Set(
  'der die das und für nicht mit ist ein eine einen zu von auf im den dem des wird werden auch bei nach oder sich über le la les et pour une dans est du au aux avec sur que qui ne pas plus par el los las y para con del se por una más il di che per sono della nel gli è je na za ki ter od pri po v z s ali bo ni de het een voor van niet met en op te og til av det som på ikke är och att för av ett nie się jest oraz w do ze dla o da os em não uma com ao dos pelo és az egy hogy nem ve bir bu ile için olarak değil olan daha çok her gibi kadar olacak sonra de da koji koja koje kako samo bez sve svi nije biti treba mora ili ali kod nakon prije li su će smo ih ga im mu não são sem nos nas pela pelo até mais também ser estar foi las uno este esta estos todo todos sin hasta desde cada muy sobre entre cuando nous vous ils elles sont sans chaque tous toutes cette ces leur leurs mais donc jusque après avant wir sie ihr alle allen jede jeder jedes dass damit soll sollen muss müssen kann können bis aus vom zum zur ohne keine kein nur noch mehr als wie sono sono alla alle dal dalla ogni senza tutti anche fino'.split(
    ' ',
  ),
);

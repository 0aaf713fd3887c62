/** Words for made-up records: nobody and nothing that exists. */
export interface Words {
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly agencies: readonly string[];
  /** `{}` is a place. */
  readonly titles: readonly string[];
  readonly places: readonly string[];
  readonly publishers: readonly string[];
  readonly periodicals: readonly string[];
  readonly sections: readonly string[];
  readonly genres: Readonly<Record<string, readonly string[]>>;
  readonly media: readonly string[];
  readonly events: readonly string[];
}

export const ENGLISH: Words = {
  family: [
    'Vale', 'Marrow', 'Osterley', 'Quill', 'Tamsin', 'O’Dane', 'Brackwater', 'Lindqvist', 'Pereira-Holt', 'Ardent', 'Feng',
    'Kestrel', 'Novak', 'Sable', 'Thorne', 'Umber', 'Whitlow', 'Yarrow', 'Zeller', 'Dunmore', 'Eskola', 'Garrick', 'Hollis',
    'Ivers', 'Jessop', 'Larkin',
  ],
  given: ['Ada', 'Jo', 'Mirela B.', 'Kwame', 'J. T.', 'Anne-Lise', 'Oskar', 'Ruth', 'Teodor', 'Imogen Clare', 'Pavel', 'S.'],
  agencies: ['Harbour Press Agency', 'Ministry of Roads and Bridges', 'Office of Journeys', 'Tarnish Institute'],
  titles: [
    'The Quiet Harbour of {}',
    'Two Ministers and a Clock: How {} Kept Time',
    'A treaty nobody signed: notes from {}',
    'What Do the Envoys Want in {}?',
    'The “Long Table” and Its Guests',
    'Letters to {} from the north',
    'Talks at {}',
    'On reading maps in {} and beyond',
    'Who Waits for the “Second Envoy”',
    'Bridges, ferries and the price of salt',
    'An hour with the keeper of {}’s seals',
    'After the Thaw',
    'Envoys without passports: a history',
    'The Night Train to {} – and back',
  ],
  places: ['Tarn', 'Osterholm', 'Velmora', 'Port Caddis', 'Nether Lune'],
  publishers: ['Lantern House', 'Osterholm University Press', 'Office of Journeys', 'Caddis & Sons', 'Velmora Radio'],
  periodicals: [
    'Harbour Gazette', 'The Velmora Courier', 'Journal of Small Treaties', 'Envoy', 'Northern Review of Bridges', 'Radio Caddis',
  ],
  sections: ['Opinion', 'The Chart Room', 'World'],
  genres: {
    report: ['Technical report', 'White paper'],
    webpage: ['Press release'],
    post: ['Short message'],
    broadcast: ['radio programme', 'Podcast episode'],
    interview: ['Radio interview'],
    speech: ['Lecture', 'Keynote address'],
    thesis: ['PhD diss.', 'Master’s thesis'],
  },
  media: ['Radio', 'Video'],
  events: ['Third Congress of Ferrymen', 'Annual Meeting of the Society of Maps'],
};

export const RUSSIAN: Words = {
  family: [
    'Ветлугин', 'Старцева', 'Онегов', 'Ключевая', 'Тарновский', 'Берёзкин', 'Заозёрный', 'Малахитова', 'Пристанский', 'Рябинина',
    'Снежин', 'Ухтомская', 'Фонарёв', 'Хлебников-Дальний', 'Цветаев', 'Чернолесов', 'Шубин', 'Щеглова', 'Эхов', 'Юрьев',
    'Ягодин', 'Лодочников', 'Мостовая', 'Гаврилин', 'Дозоров', 'Ерёмина',
  ],
  given: ['Аркадий Львович', 'Юлия', 'Е. П.', 'Фёдор Ильич', 'Жанна Олеговна', 'Степан', 'Ирина Глебовна'],
  agencies: ['Агентство «Причал»', 'Министерство мостов', 'Институт малых договоров'],
  titles: [
    'Тихая гавань {}',
    'Два министра и часы: как в {} узнавали время',
    'Договор, которого никто не подписал',
    'Чего хотят посланники в {}?',
    '«Длинный стол» и его гости',
    'Письма из {}',
    'После оттепели: заметки посланника',
  ],
  places: ['Тарне', 'Остерхольме', 'Вельморе'],
  publishers: ['Фонарь', 'Издательство Остерхольмского университета', 'Радио Вельморы'],
  periodicals: ['Вестник гавани', 'Вельморский курьер', 'Журнал малых договоров', 'Посланник'],
  sections: ['Мнения', 'Мир'],
  genres: {
    report: ['Технический отчёт'],
    webpage: ['Пресс-релиз'],
    post: ['Сообщение'],
    broadcast: ['радиопередача'],
    interview: ['радиоинтервью'],
    speech: ['Лекция'],
    thesis: ['дис. … канд. ист. наук'],
  },
  media: ['Радио'],
  events: ['Третий съезд паромщиков'],
};

import { CALENDAR_2008 } from './2008.js'
import { CALENDAR_2009 } from './2009.js'
import { CALENDAR_2010 } from './2010.js'
import { CALENDAR_2011 } from './2011.js'
import { CALENDAR_2012 } from './2012.js'
import { CALENDAR_2013 } from './2013.js'
import { CALENDAR_2014 } from './2014.js'
import { CALENDAR_2015 } from './2015.js'
import { CALENDAR_2016 } from './2016.js'
import { CALENDAR_2017 } from './2017.js'
import { CALENDAR_2018 } from './2018.js'
import { CALENDAR_2019 } from './2019.js'
import { CALENDAR_2020 } from './2020.js'
import { CALENDAR_2021 } from './2021.js'
import { CALENDAR_2022 } from './2022.js'
import { CALENDAR_2023 } from './2023.js'
import { CALENDAR_2024 } from './2024.js'
import { CALENDAR_2025 } from './2025.js'
import { CALENDAR_2026 } from './2026.js'
import type { CalendarYear } from './calendar-year.js'

/** Every notice that is held, oldest first. */
export const CALENDAR_YEARS: readonly CalendarYear[] = [
  CALENDAR_2008,
  CALENDAR_2009,
  CALENDAR_2010,
  CALENDAR_2011,
  CALENDAR_2012,
  CALENDAR_2013,
  CALENDAR_2014,
  CALENDAR_2015,
  CALENDAR_2016,
  CALENDAR_2017,
  CALENDAR_2018,
  CALENDAR_2019,
  CALENDAR_2020,
  CALENDAR_2021,
  CALENDAR_2022,
  CALENDAR_2023,
  CALENDAR_2024,
  CALENDAR_2025,
  CALENDAR_2026,
]

import type { Pack } from "../pack.ts";

/**
 * 鲁人社字〔2020〕42号 and the national ladders. Data only: a value that no official page restates
 * says so under `assumption` and is shown as 县局口径 until the bureau confirms it.
 */
export const SHANDONG_2020: Pack = {
  id: "shandong-2020",
  title: "山东省基层职称政策（2020年起）",
  publisher: "山东省人力资源和社会保障厅",
  effectiveFrom: "2020-04-22",
  effectiveTo: null,
  sources: {
    "notice-42": {
      document: "山东省人力资源和社会保障厅等6部门关于加快落实基层职称制度的通知",
      number: "鲁人社字〔2020〕42号",
    },
    "notice-36": {
      document:
        "威海市人力资源和社会保障局等6部门关于转发《山东省人力资源和社会保障厅等6部门关于加快落实基层职称制度的通知》的通知",
      number: "威人社字〔2020〕36号",
    },
    "appraisal-2023": {
      document: "事业单位工作人员考核规定",
      number: "人社部发〔2023〕6号",
    },
    "sanction-law": {
      document: "中华人民共和国公职人员政务处分法",
      number: "政务处分法",
    },
    "review-2019": {
      document: "职称评审管理暂行规定",
      number: "人社部令第40号",
    },
    "posts-2006": {
      document: "《事业单位岗位设置管理试行办法》实施意见",
      number: "国人部发〔2006〕87号",
    },
    health: {
      document: "人社部 国家卫生健康委 国家中医药局关于深化卫生专业技术人员职称制度改革的指导意见",
      number: "人社部发〔2021〕51号",
    },
    education: {
      document: "人社部 教育部关于深化中小学教师职称制度改革的指导意见",
      number: "人社部发〔2015〕79号",
    },
    agriculture: {
      document: "人社部 农业农村部关于深化农业技术人员职称制度改革的指导意见",
      number: "人社部发〔2019〕114号",
    },
    engineering: {
      document: "人社部 工业和信息化部关于深化工程技术人才职称制度改革的指导意见",
      number: "人社部发〔2019〕16号",
    },
    statistics: {
      document: "人社部 国家统计局关于深化统计专业人员职称制度改革的指导意见",
      number: "人社部发〔2020〕16号",
    },
  },
  parameters: {
    "training.totalHours": {
      value: 90,
      source: "notice-42",
      clause: "七",
    },
    "training.publicHours": {
      value: 30,
      assumption:
        "通知只规定每年不低于90学时；公需科目30学时见于2025年度山东省职称申报要求的转载文本，须由县局确认",
    },
    "training.professionalHours": {
      value: 60,
      assumption:
        "通知只规定每年不低于90学时；专业科目60学时见于2025年度山东省职称申报要求的转载文本，须由县局确认",
    },
    "training.firstYear": {
      value: 2020,
      assumption: "每年90学时的要求自2020年通知印发起执行，此前年度不追溯，须由县局确认",
    },
    "training.windowYears": {
      value: 5,
      assumption: "审核近五年学时，见于2025年度山东省职称申报要求的转载文本，须由县局确认",
    },
    "township.years": {
      value: {
        intermediate: 10,
        associateSenior: 20,
        senior: 30,
      },
      source: "notice-42",
      clause: "六",
    },
    "line.lockoutYears": {
      value: 5,
      source: "notice-42",
      clause: "四",
    },
    "appraisal.accepted": {
      value: ["excellent", "qualified"],
      assumption:
        "通知未列明任职年限内的考核要求；按通行做法，任期内年度考核应为合格以上，须由县局确认",
    },
    "appraisal.rejected": {
      value: ["unqualified"],
      source: "appraisal-2023",
      clause: "第三十条",
      assumption:
        "考核不合格的年度不计入任职年限；因此不得申报的年限按所报档次的任职年限掌握，须由县局确认",
    },
    "sanction.barsEveryone": {
      value: ["demerit", "majorDemerit", "demotion", "dismissal"],
      source: "sanction-law",
      clause: "第二十条",
      assumption: "记过以上处分期内不得申报，按通行做法掌握，须由县局确认",
    },
    "sanction.barsManagers": {
      value: ["warning"],
      source: "sanction-law",
      clause: "第二十条",
      assumption: "警告处分期内，只限制担任管理职务的人员申报，须由县局确认",
    },
    "conversion.years": {
      value: 5,
      source: "notice-42",
      clause: "四",
    },
    "service.rejectedAppraisals": {
      value: ["unqualified", "basicallyQualified"],
      source: "notice-42",
      clause: "四",
      assumption: "通知要求聘期“考核合格”；基本合格视为未达到合格，须由县局确认",
    },
    "directHire.years": {
      value: 5,
      source: "notice-42",
      clause: "五（二）",
    },
    "directHire.education": {
      value: "master",
      source: "notice-42",
      clause: "五（二）",
    },
    "directHire.title": {
      value: "associateSenior",
      source: "notice-42",
      clause: "五（二）",
    },
    "exchange.serviceYears": {
      value: 5,
      source: "notice-42",
      clause: "五（二）",
    },
    "exam.margin": {
      value: 5,
      source: "notice-42",
      clause: "五（二）",
    },
    "catalogue.dueOn": {
      value: "06-30",
      source: "notice-36",
      clause: "二",
    },
    "publicity.workingDays": {
      value: 5,
      source: "review-2019",
      clause: "第十六条",
      assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
    },
    "review.criteria": {
      value: [
        { id: "virtue", name: "德：品德与奉献精神", most: 20, weight: 20, basis: "judgement" },
        { id: "ability", name: "能：业务能力", most: 25, weight: 25, basis: "judgement" },
        { id: "merit", name: "绩：工作量与工作实绩", most: 30, weight: 30, basis: "judgement" },
        { id: "years", name: "基层工作年限", most: 25, weight: 25, basis: "townshipYears" },
      ],
      source: "notice-42",
      clause: "三",
      assumption:
        "通知要求以德为先，提高工作量、工作实绩、业务能力和基层工作年限等评价权重，没有规定分值；分值须由县局确认",
    },
    "review.pathways": {
      value: ["regular", "townshipTenure", "exchange", "doctor", "examMargin"],
      assumption: "换发证书、直接聘用和直聘人员流动属于考核认定，不参加评议排名，须由县局确认",
    },
    "review.leastReviewers": {
      value: 3,
      assumption: "通知没有规定单位评议人数，按不少于3人掌握，须由县局确认",
    },
    "review.trimFrom": {
      value: 5,
      assumption: "评议人满5人时每项去掉一个最高分和一个最低分，按通行做法掌握，须由县局确认",
    },
    "review.pointsPerYear": {
      value: 1,
      source: "notice-42",
      clause: "三",
      assumption: "基层工作年限每满1年建议计1分，至该项满分为止，通知没有规定，须由县局确认",
    },
    "materials.required": {
      value: {
        regular: [
          "identity",
          "education",
          "title",
          "appointment",
          "appraisal",
          "training",
          "achievement",
          "integrity",
        ],
        townshipTenure: [
          "identity",
          "education",
          "title",
          "appointment",
          "appraisal",
          "training",
          "posting",
          "achievement",
          "integrity",
        ],
        exchange: ["identity", "education", "posting", "training", "achievement", "integrity"],
        doctor: ["identity", "education", "posting", "training", "achievement", "integrity"],
        conversion: ["identity", "title", "appointment", "appraisal", "training", "integrity"],
        directHire: ["identity", "education", "integrity"],
        directHireMobility: ["identity", "posting", "appraisal", "integrity"],
        examMargin: ["identity", "education", "other", "integrity"],
      },
      assumption: "通知没有列明申报材料清单，按通行做法设定，须由县局确认",
    },
    "attachments.maxBytes": {
      value: 5242880,
      assumption: "见于省级申报平台填报说明的转载文本，须由县局确认",
    },
    "attachments.types": {
      value: ["jpg", "png", "gif", "pdf"],
      assumption: "见于省级申报平台填报说明的转载文本，须由县局确认",
    },
    "posts.grades": {
      value: {
        junior: "十一级至十三级",
        intermediate: "八级至十级",
        associateSenior: "五级至七级",
        senior: "专业技术一级至四级",
      },
      source: "posts-2006",
    },
  },
  grassrootsSeries: ["health", "education", "agriculture", "engineering", "statistics"],
  tenureBasis: {
    health: "appointment",
    education: "appointment",
    agriculture: "title",
    engineering: "title",
    statistics: "title",
    other: "title",
  },
  tenureBasisNote: {
    assumption: "各系列任职年限按取得职称还是按聘任起算，通知未规定，须由县局确认",
  },
  ladders: {
    health: {
      assistant: [
        {
          education: "bachelor",
          from: null,
          years: 1,
          note: "须具备相应执业（从业）资格",
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: null,
          years: 3,
          note: "须具备相应执业（从业）资格",
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "technician",
          years: 5,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      intermediate: [
        {
          education: "doctor",
          from: null,
          years: 0,
          note: "临床类须取得住院医师规范化培训合格证书",
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "master",
          from: "assistant",
          years: 2,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "assistant",
          years: 4,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "assistant",
          years: 6,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "assistant",
          years: 7,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      associateSenior: [
        {
          education: "bachelor",
          from: "intermediate",
          years: 5,
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "intermediate",
          years: 7,
          note: "限县级及以下基层医疗卫生机构",
          source: "health",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      senior: [
        {
          education: "bachelor",
          from: "associateSenior",
          years: 5,
          assumption: "按通行做法设定，尚未找到出处，须由县局确认",
        },
      ],
    },
    education: {
      technician: [
        {
          education: "college",
          from: null,
          years: 1,
          note: "小学、初中",
          source: "education",
        },
      ],
      assistant: [
        {
          education: "master",
          from: null,
          years: 0,
          source: "education",
        },
        {
          education: "bachelor",
          from: null,
          years: 1,
          source: "education",
        },
        {
          education: "college",
          from: "technician",
          years: 2,
          note: "小学、初中",
          source: "education",
        },
        {
          education: "secondary",
          from: "technician",
          years: 3,
          note: "小学",
          source: "education",
        },
      ],
      intermediate: [
        {
          education: "doctor",
          from: null,
          years: 0,
          source: "education",
        },
        {
          education: "master",
          from: "assistant",
          years: 2,
          source: "education",
        },
        {
          education: "bachelor",
          from: "assistant",
          years: 4,
          source: "education",
        },
        {
          education: "college",
          from: "assistant",
          years: 4,
          note: "小学、初中",
          source: "education",
        },
        {
          education: "secondary",
          from: "assistant",
          years: 5,
          note: "小学",
          source: "education",
        },
      ],
      associateSenior: [
        {
          education: "doctor",
          from: "intermediate",
          years: 2,
          source: "education",
        },
        {
          education: "bachelor",
          from: "intermediate",
          years: 5,
          source: "education",
        },
        {
          education: "college",
          from: "intermediate",
          years: 5,
          note: "小学、初中",
          source: "education",
        },
      ],
      senior: [
        {
          education: "bachelor",
          from: "associateSenior",
          years: 5,
          source: "education",
        },
      ],
    },
    agriculture: {
      technician: [
        {
          education: "bachelor",
          from: null,
          years: 0,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: null,
          years: 1,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      assistant: [
        {
          education: "master",
          from: null,
          years: 0,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: null,
          years: 1,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "technician",
          years: 2,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "technician",
          years: 4,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      intermediate: [
        {
          education: "doctor",
          from: null,
          years: 0,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "master",
          from: "assistant",
          years: 2,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "assistant",
          years: 4,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "assistant",
          years: 4,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "assistant",
          years: 5,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      associateSenior: [
        {
          education: "doctor",
          from: "intermediate",
          years: 2,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "intermediate",
          years: 5,
          source: "agriculture",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      senior: [
        {
          education: "bachelor",
          from: "associateSenior",
          years: 5,
          assumption: "按通行做法设定，尚未找到出处，须由县局确认",
        },
      ],
    },
    engineering: {
      technician: [
        {
          education: "bachelor",
          from: null,
          years: 0,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: null,
          years: 1,
          note: "见习1年期满经考察合格",
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      assistant: [
        {
          education: "master",
          from: null,
          years: 0,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: null,
          years: 1,
          note: "见习1年期满经考察合格",
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "technician",
          years: 2,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "technician",
          years: 4,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      intermediate: [
        {
          education: "doctor",
          from: null,
          years: 0,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "master",
          from: "assistant",
          years: 2,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "assistant",
          years: 4,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "assistant",
          years: 4,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      associateSenior: [
        {
          education: "doctor",
          from: "intermediate",
          years: 2,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "intermediate",
          years: 5,
          source: "engineering",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      senior: [
        {
          education: "bachelor",
          from: "associateSenior",
          years: 5,
          assumption: "按通行做法设定，尚未找到出处，须由县局确认",
        },
      ],
    },
    statistics: {
      assistant: [
        {
          education: "secondary",
          from: null,
          years: 0,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      intermediate: [
        {
          education: "doctor",
          from: null,
          years: 0,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "master",
          from: null,
          years: 1,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: null,
          years: 4,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: null,
          years: 6,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "secondary",
          from: "assistant",
          years: 10,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      associateSenior: [
        {
          education: "doctor",
          from: "intermediate",
          years: 2,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "bachelor",
          from: "intermediate",
          years: 5,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
        {
          education: "college",
          from: "intermediate",
          years: 10,
          source: "statistics",
          assumption: "只见于转载文本，未找到官方页面，须由县局核对原文",
        },
      ],
      senior: [
        {
          education: "bachelor",
          from: "associateSenior",
          years: 5,
          assumption: "按通行做法设定，尚未找到出处，须由县局确认",
        },
      ],
    },
  },
  examBased: {
    health: ["technician", "assistant", "intermediate"],
    statistics: ["assistant", "intermediate"],
  },
  titleNames: {
    health: {
      technician: ["医士", "护士", "药士", "技士"],
      assistant: ["医师", "护师", "药师", "技师"],
      intermediate: ["主治医师", "主管医师", "主管护师", "主管药师", "主管技师"],
      associateSenior: ["副主任医师", "副主任护师", "副主任药师", "副主任技师"],
      senior: ["主任医师", "主任护师", "主任药师", "主任技师"],
    },
    education: {
      technician: ["三级教师"],
      assistant: ["二级教师"],
      intermediate: ["一级教师"],
      associateSenior: ["高级教师"],
      senior: ["正高级教师"],
      former: {
        中学高级教师: "associateSenior",
        小学中学高级教师: "associateSenior",
        中学一级教师: "intermediate",
        小学高级教师: "intermediate",
        中学二级教师: "assistant",
        小学一级教师: "assistant",
        中学三级教师: "technician",
        小学二级教师: "technician",
        小学三级教师: "technician",
      },
    },
    agriculture: {
      technician: ["农业技术员"],
      assistant: ["助理农艺师", "助理畜牧师", "助理兽医师"],
      intermediate: ["农艺师", "畜牧师", "兽医师"],
      associateSenior: ["高级农艺师", "高级畜牧师", "高级兽医师"],
      senior: ["正高级农艺师", "正高级畜牧师", "正高级兽医师", "农业技术推广研究员"],
    },
    engineering: {
      technician: ["技术员"],
      assistant: ["助理工程师"],
      intermediate: ["工程师"],
      associateSenior: ["高级工程师"],
      senior: ["正高级工程师"],
    },
    statistics: {
      assistant: ["助理统计师"],
      intermediate: ["统计师"],
      associateSenior: ["高级统计师"],
      senior: ["正高级统计师"],
      former: {
        统计员: "technician",
      },
    },
  },
};

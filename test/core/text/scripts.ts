/**
 * Characters that differ between the scripts, simplified then traditional, as far as these texts and their near
 * future need them. Left out are those that both scripts use (只, 台, 系, 面, 准 …).
 */
const pairs =
  '务務启啟动動运運进進网網关關闭閉设設载載连連验驗应應响響无無么麼们們这這个個时時间間处處说說没沒该該' +
  '条條实實际際继繼续續错錯误誤权權为為确確认認请請选選择擇状狀态態终終从從执執户戶显顯隐隱记記录錄诊診' +
  '断斷读讀写寫临臨丢丟弃棄图圖标標题題览覽编編辑輯贴貼开開经經过過见見问問发發现現内內让讓给給对對话話' +
  '频頻电電脑腦码碼头頭脚腳锁鎖张張页頁导導结結构構规規则則单單双雙击擊键鍵盘盤听聽试試证證书書签簽阶階' +
  '队隊级級别別历歷败敗输輸协協议議线線传傳缓緩释釋后後里裡于於与與会會两兩号號据據库庫报報询詢检檢仅僅' +
  '达達还還尽盡备備复復环環变變体體统統组組织織类類总總缩縮细細绍紹绝絕维維练練约約红紅纯純纪紀净淨汇匯' +
  '决決况況冲衝凑湊减減几幾凭憑划劃刚剛创創删刪剧劇办辦劳勞势勢华華卖賣卫衛厂廠厅廳压壓县縣参參叶葉叹嘆' +
  '吗嗎员員围圍园園场場坏壞块塊够夠夹夾奖獎妇婦孙孫学學宁寧宽寬宾賓寻尋尔爾尘塵尝嘗层層属屬岁歲岛島币幣' +
  '师師带帶帮幫广廣庆慶废廢异異弹彈强強归歸当當忆憶忧憂怀懷恶惡惊驚惯慣愿願戏戲战戰扩擴扫掃扬揚担擔拟擬' +
  '拥擁拦攔挂掛挡擋损損换換摆擺数數旧舊晓曉术術机機杂雜杀殺极極样樣档檔桥橋楼樓欢歡毁毀汉漢沟溝测測济濟' +
  '浏瀏涌湧涨漲温溫满滿滚滾灭滅灯燈点點热熱爱愛独獨猎獵画畫畅暢监監盖蓋着著矿礦种種积積称稱稳穩穷窮竞競' +
  '笔筆简簡粘黏紧緊罚罰职職联聯肃肅胜勝脉脈腾騰节節苏蘇药藥获獲营營虑慮虽雖蚀蝕补補装裝观觀视視觉覺订訂' +
  '讨討训訓许許论論访訪评評识識译譯详詳语語调調谁誰谢謝负負责責质質货貨费費资資赖賴趋趨跃躍踪蹤车車轮輪' +
  '软軟转轉较較辅輔辆輛边邊迁遷远遠违違迟遲适適递遞邮郵针針钟鐘钮鈕链鏈销銷闪閃阅閱阳陽险險随隨难難雾霧' +
  '静靜项項须須顺順预預领領额額风風飞飛馈饋马馬驱驅骤驟鱼魚龙龍渐漸计計账帳争爭并並仓倉优優价價众眾伤傷' +
  '伪偽侧側债債倾傾储儲儿兒兑兌兰蘭兴興养養农農冻凍刘劉剑劍励勵劲勁却卻厉厲绪緒暂暫讯訊抢搶来來产產将將' +
  '贝貝溃潰栏欄径徑闲閒';

const characters = Array.from(pairs);
const differing = characters.flatMap((simplified, index) => {
  const traditional = characters[index + 1];
  return index % 2 === 0 && traditional !== undefined ? [{ simplified, traditional }] : [];
});

/** Characters that have no place in a traditional text. */
export const simplifiedOnly: ReadonlySet<string> = new Set(differing.map(({ simplified }) => simplified));
/** Characters that have no place in a simplified text. */
export const traditionalOnly: ReadonlySet<string> = new Set(differing.map(({ traditional }) => traditional));

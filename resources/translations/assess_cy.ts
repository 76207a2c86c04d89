<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
<name>QAbstractSpinBox</name>
<message>
<source>&amp;Select All</source>
<translation>Dewis y &amp;cyfan</translation>
</message>
<message>
<source>&amp;Step up</source>
<translation>Cam i &amp;fyny</translation>
</message>
<message>
<source>Step &amp;down</source>
<translation>Cam i &amp;lawr</translation>
</message>
</context>
<context>
<name>QAccessibleActionInterface</name>
<message>
<source>Decrease</source>
<translation>Lleihau</translation>
</message>
<message>
<source>Increase</source>
<translation>Cynyddu</translation>
</message>
<message>
<source>Press</source>
<translation>Pwyso</translation>
</message>
<message>
<source>SetFocus</source>
<translation>Gosod ffocws</translation>
</message>
<message>
<source>ShowMenu</source>
<translation>Dangos y ddewislen</translation>
</message>
<message>
<source>Toggle</source>
<translation>Toglo</translation>
</message>
</context>
<context>
<name>QFileDialog</name>
<message>
<source>%1
Directory not found.
Please verify the correct directory name was given.</source>
<translation>%1
Ni chafwyd hyd i’r ffolder.
Gwiriwch fod enw’r ffolder yn gywir.</translation>
</message>
<message>
<source>%1
File not found.
Please verify the correct file name was given.</source>
<translation>%1
Ni chafwyd hyd i’r ffeil.
Gwiriwch fod enw’r ffeil yn gywir.</translation>
</message>
<message>
<source>%1 already exists.
Do you want to replace it?</source>
<translation>Mae %1 yn bodoli eisoes.
Hoffech chi ei ddisodli?</translation>
</message>
<message>
<source>&amp;Choose</source>
<translation>&amp;Dewis</translation>
</message>
<message>
<source>&amp;Delete</source>
<translation>&amp;Dileu</translation>
</message>
<message>
<source>&amp;New Folder</source>
<translation>Ffolder &amp;newydd</translation>
</message>
<message>
<source>&amp;Open</source>
<translation>&amp;Agor</translation>
</message>
<message>
<source>&amp;Rename</source>
<translation>Ail&amp;enwi</translation>
</message>
<message>
<source>&amp;Save</source>
<translation>&amp;Cadw</translation>
</message>
<message>
<source>All Files (*)</source>
<translation>Pob ffeil (*)</translation>
</message>
<message>
<source>Back</source>
<translation>Yn ôl</translation>
</message>
<message>
<source>Create New Folder</source>
<translation>Creu ffolder newydd</translation>
</message>
<message>
<source>Delete</source>
<translation>Dileu</translation>
</message>
<message>
<source>Detail View</source>
<translation>Golwg manwl</translation>
</message>
<message>
<source>Directories</source>
<translation>Ffolderi</translation>
</message>
<message>
<source>Directory:</source>
<translation>Ffolder:</translation>
</message>
<message>
<source>Drive</source>
<translation>Gyriant</translation>
</message>
<message>
<source>File &amp;name:</source>
<translation>&amp;Enw’r ffeil:</translation>
</message>
<message>
<source>Files of type:</source>
<translation>Ffeiliau o’r math:</translation>
</message>
<message>
<source>Find Directory</source>
<translation>Dod o hyd i ffolder</translation>
</message>
<message>
<source>Forward</source>
<translation>Ymlaen</translation>
</message>
<message>
<source>List View</source>
<translation>Golwg rhestr</translation>
</message>
<message>
<source>Look in:</source>
<translation>Edrych yn:</translation>
</message>
<message>
<source>My Computer</source>
<translation>Fy nghyfrifiadur</translation>
</message>
<message>
<source>New Folder</source>
<translation>Ffolder newydd</translation>
</message>
<message>
<source>Open</source>
<translation>Agor</translation>
</message>
<message>
<source>Parent Directory</source>
<translation>Ffolder uwchben</translation>
</message>
<message>
<source>Recent Places</source>
<translation>Lleoedd diweddar</translation>
</message>
<message>
<source>Remove</source>
<translation>Tynnu</translation>
</message>
<message>
<source>Save As</source>
<translation>Cadw fel</translation>
</message>
<message>
<source>Show &amp;hidden files</source>
<translation>Dangos ffeiliau &amp;cudd</translation>
</message>
<message>
<source>Sidebar</source>
<translation>Bar ochr</translation>
</message>
</context>
<context>
<name>QFileSystemModel</name>
<message>
<source>Computer</source>
<translation>Cyfrifiadur</translation>
</message>
<message>
<source>Date Modified</source>
<translation>Dyddiad newid</translation>
</message>
<message>
<source>Kind</source>
<translation>Math</translation>
</message>
<message>
<source>My Computer</source>
<translation>Fy nghyfrifiadur</translation>
</message>
<message>
<source>Name</source>
<translation>Enw</translation>
</message>
<message>
<source>Size</source>
<translation>Maint</translation>
</message>
<message>
<source>Type</source>
<translation>Math</translation>
</message>
</context>
<context>
<name>QLineEdit</name>
<message>
<source>&amp;Copy</source>
<translation>&amp;Copïo</translation>
</message>
<message>
<source>&amp;Paste</source>
<translation>&amp;Gludo</translation>
</message>
<message>
<source>&amp;Redo</source>
<translation>&amp;Ail-wneud</translation>
</message>
<message>
<source>&amp;Undo</source>
<translation>&amp;Dadwneud</translation>
</message>
<message>
<source>Cu&amp;t</source>
<translation>&amp;Torri</translation>
</message>
<message>
<source>Delete</source>
<translation>Dileu</translation>
</message>
<message>
<source>Select All</source>
<translation>Dewis y cyfan</translation>
</message>
</context>
<context>
<name>QPlatformTheme</name>
<message>
<source>&amp;No</source>
<translation>&amp;Na</translation>
</message>
<message>
<source>&amp;Yes</source>
<translation>&amp;Ie</translation>
</message>
<message>
<source>Abort</source>
<translation>Rhoi’r gorau</translation>
</message>
<message>
<source>Apply</source>
<translation>Gosod</translation>
</message>
<message>
<source>Cancel</source>
<translation>Canslo</translation>
</message>
<message>
<source>Close</source>
<translation>Cau</translation>
</message>
<message>
<source>Discard</source>
<translation>Taflu</translation>
</message>
<message>
<source>Help</source>
<translation>Cymorth</translation>
</message>
<message>
<source>Ignore</source>
<translation>Anwybyddu</translation>
</message>
<message>
<source>N&amp;o to All</source>
<translation>Na i’r c&amp;yfan</translation>
</message>
<message>
<source>OK</source>
<translation>Iawn</translation>
</message>
<message>
<source>Open</source>
<translation>Agor</translation>
</message>
<message>
<source>Reset</source>
<translation>Ailosod</translation>
</message>
<message>
<source>Restore Defaults</source>
<translation>Adfer y rhagosodiadau</translation>
</message>
<message>
<source>Retry</source>
<translation>Rhoi cynnig arall</translation>
</message>
<message>
<source>Save</source>
<translation>Cadw</translation>
</message>
<message>
<source>Save All</source>
<translation>Cadw’r cyfan</translation>
</message>
<message>
<source>Yes to &amp;All</source>
<translation>Ie i’r &amp;cyfan</translation>
</message>
</context>
<context>
<name>QScrollBar</name>
<message>
<source>Bottom</source>
<translation>Gwaelod</translation>
</message>
<message>
<source>Left edge</source>
<translation>Ymyl chwith</translation>
</message>
<message>
<source>Page down</source>
<translation>Tudalen i lawr</translation>
</message>
<message>
<source>Page left</source>
<translation>Tudalen i’r chwith</translation>
</message>
<message>
<source>Page right</source>
<translation>Tudalen i’r dde</translation>
</message>
<message>
<source>Page up</source>
<translation>Tudalen i fyny</translation>
</message>
<message>
<source>Right edge</source>
<translation>Ymyl dde</translation>
</message>
<message>
<source>Scroll down</source>
<translation>Sgrolio i lawr</translation>
</message>
<message>
<source>Scroll here</source>
<translation>Sgrolio yma</translation>
</message>
<message>
<source>Scroll left</source>
<translation>Sgrolio i’r chwith</translation>
</message>
<message>
<source>Scroll right</source>
<translation>Sgrolio i’r dde</translation>
</message>
<message>
<source>Scroll up</source>
<translation>Sgrolio i fyny</translation>
</message>
<message>
<source>Top</source>
<translation>Pen uchaf</translation>
</message>
</context>
<context>
<name>QWidgetTextControl</name>
<message>
<source>&amp;Copy</source>
<translation>&amp;Copïo</translation>
</message>
<message>
<source>&amp;Paste</source>
<translation>&amp;Gludo</translation>
</message>
<message>
<source>&amp;Redo</source>
<translation>&amp;Ail-wneud</translation>
</message>
<message>
<source>&amp;Undo</source>
<translation>&amp;Dadwneud</translation>
</message>
<message>
<source>Copy &amp;Link Location</source>
<translation>Copïo lleoliad y &amp;ddolen</translation>
</message>
<message>
<source>Cu&amp;t</source>
<translation>&amp;Torri</translation>
</message>
<message>
<source>Delete</source>
<translation>Dileu</translation>
</message>
<message>
<source>Select All</source>
<translation>Dewis y cyfan</translation>
</message>
</context>
<context>
<name>assess</name>
<message>
<source> or </source>
<translation> neu </translation>
</message>
<message>
<source>&amp;Desk</source>
<translation>&amp;Desg</translation>
</message>
<message>
<source>&amp;Edit</source>
<translation>&amp;Golygu</translation>
</message>
<message>
<source>&amp;Go</source>
<translation>&amp;Mynd</translation>
</message>
<message>
<source>&amp;Page</source>
<translation>&amp;Tudalen</translation>
</message>
<message>
<source>&amp;View</source>
<translation>G&amp;weld</translation>
</message>
<message>
<source>(To be verified by a practitioner.)</source>
<translation>(I’w wirio gan ymarferydd.)</translation>
</message>
<message>
<source>(optional)</source>
<translation>(dewisol)</translation>
</message>
<message>
<source>, {answered} of {total} answered</source>
<translation>, atebwyd {answered} o {total}</translation>
</message>
<message>
<source>. One thing recorded calls for the full assessment.</source>
<translation>. Mae un peth a gofnodwyd yn galw am yr asesiad llawn.</translation>
</message>
<message>
<source>. {n} things recorded call for the full assessment.</source>
<translation>. Pethau a gofnodwyd sy’n galw am yr asesiad llawn: {n}.</translation>
</message>
<message>
<source>1 action or plan answers it</source>
<translation>Mae 1 cam gweithredu neu gynllun yn ei ateb</translation>
</message>
<message>
<source>1 alert tonight</source>
<translation>1 rhybudd heno</translation>
</message>
<message>
<source>1 answer</source>
<translation>1 ateb</translation>
</message>
<message>
<source>1 case</source>
<translation>1 achos</translation>
</message>
<message>
<source>1 comment</source>
<translation>1 sylw</translation>
</message>
<message>
<source>1 evidence item</source>
<translation>1 eitem o dystiolaeth</translation>
</message>
<message>
<source>1 found</source>
<translation>1 canlyniad</translation>
</message>
<message>
<source>1 found.</source>
<translation>Cafwyd hyd i 1.</translation>
</message>
<message>
<source>1 more.</source>
<translation>1 arall.</translation>
</message>
<message>
<source>1 new statement</source>
<translation>1 datganiad newydd</translation>
</message>
<message>
<source>1 question with two answers</source>
<translation>1 cwestiwn â dau ateb</translation>
</message>
<message>
<source>; or </source>
<translation>; neu </translation>
</message>
<message>
<source>A FHIR Questionnaire, an XLSForm or a form exported from here can be taken in. The checks of the holistic assessment judge that assessment only; of any other form only what it requires itself.</source>
<translation>Gellir derbyn FHIR Questionnaire, XLSForm neu ffurflen a allforiwyd oddi yma. Mae gwiriadau’r asesiad holistaidd yn barnu’r asesiad hwnnw yn unig; mewn unrhyw ffurflen arall, dim ond yr hyn y mae’r ffurflen ei hun yn ei wneud yn ofynnol.</translation>
</message>
<message>
<source>A backup beside the vault is lost with the computer. Keep copies on a stick or a disk that is stored elsewhere; each new backup follows by itself whenever it is connected.</source>
<translation>Mae copi wrth gefn wrth ymyl y gladdgell yn cael ei golli gyda’r cyfrifiadur. Cadwch gopïau ar gof bach neu ddisg sy’n cael ei storio yn rhywle arall; mae pob copi newydd yn dilyn yn awtomatig pan fydd wedi’i gysylltu.</translation>
</message>
<message>
<source>A backup takes the place of the vault in {folder}. If there is a vault now, it is kept in that folder, whole. You need the passphrase of the day of the backup, or the recovery key.</source>
<translation>Mae copi wrth gefn yn cymryd lle’r gladdgell yn {folder}. Os oes claddgell yno nawr, mae’n cael ei chadw’n gyfan yn y ffolder honno. Mae angen cyfrinymadrodd diwrnod y copi wrth gefn arnoch, neu’r allwedd adfer.</translation>
</message>
<message>
<source>A backup: only to read</source>
<translation>Copi wrth gefn: darllen yn unig</translation>
</message>
<message>
<source>A bar is the time that a plan holds, a diamond the day on which it is looked at again.</source>
<translation>Mae bar yn dangos yr amser y mae cynllun yn para, a diemwnt y diwrnod yr edrychir arno eto.</translation>
</message>
<message>
<source>A bar is the time that an action lasts; an arrow in it says that it goes on. A diamond is the day by which it is due: with a cross it is late, with a tick it is done.</source>
<translation>Mae bar yn dangos yr amser y mae cam gweithredu’n para; mae saeth ynddo’n dweud ei fod yn parhau. Mae diemwnt yn dangos erbyn pa ddiwrnod y mae i’w wneud: gyda chroes mae’n hwyr, gyda thic mae wedi’i wneud.</translation>
</message>
<message>
<source>A calm page of large words that can be turned to this child. It shows nothing of the record.</source>
<translation>Tudalen dawel o eiriau mawr y gellir ei throi at y plentyn hwn. Nid yw’n dangos dim o’r cofnod.</translation>
</message>
<message>
<source>A carer</source>
<translation>Gofalwr</translation>
</message>
<message>
<source>A case</source>
<translation>Achos</translation>
</message>
<message>
<source>A case holds one child. Open one under your service's reference; the name can wait.</source>
<translation>Un plentyn sydd mewn achos. Agorwch un o dan gyfeirnod eich gwasanaeth; gall yr enw aros.</translation>
</message>
<message>
<source>A case is proposed to be erased on its page “Keeping and closing”, once it is closed.</source>
<translation>Cynigir dileu achos yn derfynol ar ei dudalen “Cadw a chau”, ar ôl ei gau.</translation>
</message>
<message>
<source>A case needs a reference.</source>
<translation>Mae angen cyfeirnod ar achos.</translation>
</message>
<message>
<source>A child, a page, a question, an act, a word</source>
<translation>Plentyn, tudalen, cwestiwn, gweithred, gair</translation>
</message>
<message>
<source>A closed case is erased by two people: one proposes it, a supervisor agrees in writing, and a signed receipt says what remains. The audit keeps its hashes for ever.</source>
<translation>Caiff achos wedi’i gau ei ddileu’n derfynol gan ddau berson: mae un yn ei gynnig, mae goruchwyliwr yn cytuno’n ysgrifenedig, ac mae derbynneb wedi’i llofnodi’n dweud beth sy’n weddill. Mae’r archwiliad yn cadw ei hashiau am byth.</translation>
</message>
<message>
<source>A closed case is read and not written in, until somebody opens it again. It leaves the daily list.</source>
<translation>Caiff achos wedi’i gau ei ddarllen, ond nid ysgrifennu ynddo, nes i rywun ei agor eto. Mae’n gadael y rhestr ddyddiol.</translation>
</message>
<message>
<source>A concern now, not then: {questions}</source>
<translation>Pryder nawr, nid bryd hynny: {questions}</translation>
</message>
<message>
<source>A concern then, not now: {questions}</source>
<translation>Pryder bryd hynny, nid nawr: {questions}</translation>
</message>
<message>
<source>A configuration waits</source>
<translation>Mae ffurfweddiad yn aros</translation>
</message>
<message>
<source>A configuration waits until you have compared its eight words.</source>
<translation>Mae ffurfweddiad yn aros nes i chi gymharu ei wyth gair.</translation>
</message>
<message>
<source>A court or the regulator ordered it</source>
<translation>Gorchmynnodd llys neu’r rheoleiddiwr hyn</translation>
</message>
<message>
<source>A day and a time, like 14 Apr 2026 15:30.</source>
<translation>Diwrnod ac amser, fel 14 Ebr 2026 15:30.</translation>
</message>
<message>
<source>A day is counted from the closing of the case.</source>
<translation>Cyfrifir diwrnod o gau’r achos.</translation>
</message>
<message>
<source>A day, a month or a year: 14 Apr 2026, April 2026, 2026</source>
<translation>Diwrnod, mis neu flwyddyn: 14 Ebr 2026, Ebrill 2026, 2026</translation>
</message>
<message>
<source>A day, with the time if it is known, or now</source>
<translation>Diwrnod, gyda’r amser os yw’n hysbys, neu nawr</translation>
</message>
<message>
<source>A decision needs its reasons.</source>
<translation>Mae angen rhesymau dros benderfyniad.</translation>
</message>
<message>
<source>A demonstration with fictional people. Nothing in it is real, and you cannot break anything.</source>
<translation>Arddangosiad â phobl ddychmygol. Nid oes dim ynddo’n real, ac ni allwch dorri dim.</translation>
</message>
<message>
<source>A different package with the same number was received before.</source>
<translation>Derbyniwyd pecyn gwahanol â’r un rhif o’r blaen.</translation>
</message>
<message>
<source>A document that was submitted is not in this vault.</source>
<translation>Nid yw dogfen a gyflwynwyd yn y gladdgell hon.</translation>
</message>
<message>
<source>A document's bytes are not the ones that were recorded.</source>
<translation>Nid beitiau’r ddogfen yw’r rhai a gofnodwyd.</translation>
</message>
<message>
<source>A file of answers (.yaml) was written by somebody, or made by another program. It is only looked into first: nothing is in your vault before you say so.</source>
<translation>Ffeil o atebion (.yaml) a ysgrifennwyd gan rywun, neu a wnaed gan raglen arall. Dim ond edrych ynddi a wneir yn gyntaf: does dim yn eich claddgell nes i chi ddweud.</translation>
</message>
<message>
<source>A form definition is not the one that it claims to be.</source>
<translation>Nid yw diffiniad ffurflen yr hyn y mae’n honni ei fod.</translation>
</message>
<message>
<source>A form from elsewhere does not ask what these papers tell.</source>
<translation>Nid yw ffurflen o rywle arall yn gofyn am yr hyn sydd yn y papurau hyn.</translation>
</message>
<message>
<source>A form is missing from this installation.</source>
<translation>Mae ffurflen ar goll o’r gosodiad hwn o’r rhaglen.</translation>
</message>
<message>
<source>A form of this name came with the program, and this is another one.</source>
<translation>Daeth ffurflen o’r enw hwn gyda’r rhaglen, ac un arall yw hon.</translation>
</message>
<message>
<source>A guidance file is missing from this installation.</source>
<translation>Mae ffeil ganllawiau ar goll o’r gosodiad hwn o’r rhaglen.</translation>
</message>
<message>
<source>A higher step than then</source>
<translation>Cam uwch na bryd hynny</translation>
</message>
<message>
<source>A hold is lifted by somebody with the role of the person who set it.</source>
<translation>Rhaid i rywun â’r un rôl â’r person a roddodd y gafael ei chodi.</translation>
</message>
<message>
<source>A journey of the demonstration cannot be read.</source>
<translation>Ni ellir darllen un o deithiau’r arddangosiad.</translation>
</message>
<message>
<source>A journey of the demonstration has no day.</source>
<translation>Nid oes diwrnod gan un o deithiau’r arddangosiad.</translation>
</message>
<message>
<source>A later configuration of your organisation is in use already.</source>
<translation>Mae ffurfweddiad diweddarach eich sefydliad ar waith eisoes.</translation>
</message>
<message>
<source>A legal hold stands on this case.</source>
<translation>Mae gafael gyfreithiol ar yr achos hwn.</translation>
</message>
<message>
<source>A legal hold stands since {days}.</source>
<translation>Mae gafael gyfreithiol ers {days}.</translation>
</message>
<message>
<source>A legal hold stands.</source>
<translation>Mae gafael gyfreithiol.</translation>
</message>
<message>
<source>A line instead</source>
<translation>Llinell yn lle hynny</translation>
</message>
<message>
<source>A little</source>
<translation>Ychydig</translation>
</message>
<message>
<source>A lot</source>
<translation>Llawer</translation>
</message>
<message>
<source>A lower step than then</source>
<translation>Cam is na bryd hynny</translation>
</message>
<message>
<source>A mark</source>
<translation>Marc</translation>
</message>
<message>
<source>A mark only means someone went through this with you. You can say what is wrong. Nothing here decides what happened.</source>
<translation>Dim ond dangos ein bod wedi mynd drwy hyn gyda’n gilydd mae marc. Mae’n iawn dweud beth sydd o’i le. Does dim byd yma’n penderfynu beth ddigwyddodd.</translation>
</message>
<message>
<source>A new assessment that follows the newest one: {keys}</source>
<translation>Asesiad newydd sy’n dilyn yr un diweddaraf: {keys}</translation>
</message>
<message>
<source>A new edition of the guidance comes with the program; until then the limit stays.</source>
<translation>Daw argraffiad newydd o’r canllawiau gyda’r rhaglen; tan hynny mae’r terfyn yn aros.</translation>
</message>
<message>
<source>A new note</source>
<translation>Nodyn newydd</translation>
</message>
<message>
<source>A new passphrase is also made as hard to guess by machine as this computer can bear.</source>
<translation>Mae cyfrinymadrodd newydd hefyd yn cael ei wneud mor anodd i beiriant ei ddyfalu ag y gall y cyfrifiadur hwn ymdopi ag ef.</translation>
</message>
<message>
<source>A newer form is available.</source>
<translation>Mae ffurflen fwy newydd ar gael.</translation>
</message>
<message>
<source>A number of years, such as 25.</source>
<translation>Nifer o flynyddoedd, megis 25.</translation>
</message>
<message>
<source>A package is a sealed file from somebody whose eight words you have compared. The same package twice changes nothing.</source>
<translation>Mae pecyn yn ffeil wedi’i selio gan rywun y gwnaethoch gymharu ei wyth gair. Nid yw’r un pecyn ddwywaith yn newid dim.</translation>
</message>
<message>
<source>A package needs somebody to go to.</source>
<translation>Mae angen rhywun i dderbyn y pecyn.</translation>
</message>
<message>
<source>A package that only your own laptops open. Receive it there; what both laptops answered differently is shown side by side.</source>
<translation>Pecyn na all ond eich gliniaduron chi ei agor. Derbyniwch ef yno; mae’r hyn a atebwyd yn wahanol ar y ddau liniadur yn cael ei ddangos ochr yn ochr.</translation>
</message>
<message>
<source>A paragraph cannot be the answer to this question. If it is meant as evidence, choose that.</source>
<translation>Ni all paragraff fod yn ateb i’r cwestiwn hwn. Os mai tystiolaeth yw’r bwriad, dewiswch hynny.</translation>
</message>
<message>
<source>A person and their service, or the case file.</source>
<translation>Person a’i wasanaeth, neu ffeil yr achos.</translation>
</message>
<message>
<source>A person whose data it holds asked for it, and it was granted</source>
<translation>Gofynnodd person y mae ei ddata ynddo am hyn, a chaniatawyd y cais</translation>
</message>
<message>
<source>A place that is not named yet</source>
<translation>Man nad oes enw iddo eto</translation>
</message>
<message>
<source>A police interview of this child has not been completed.</source>
<translation>Nid yw cyfweliad yr heddlu â’r plentyn hwn wedi’i gwblhau.</translation>
</message>
<message>
<source>A referral from a file</source>
<translation>Atgyfeiriad o ffeil</translation>
</message>
<message>
<source>A review is meant to take {meant} min: look for what is said twice.</source>
<translation>Bwriedir i adolygiad gymryd {meant} mun: chwiliwch am yr hyn a ddywedir ddwywaith.</translation>
</message>
<message>
<source>A statement about erasing a case does not have the expected form.</source>
<translation>Nid oes gan ddatganiad am ddileu achos yn derfynol y ffurf ddisgwyliedig.</translation>
</message>
<message>
<source>A vault for your other laptop</source>
<translation>Claddgell i’ch gliniadur arall</translation>
</message>
<message>
<source>A vault is an encrypted folder for your cases; your passphrase opens it, or a recovery key on paper. It takes five minutes; have pen and paper for that key, and an envelope, at hand.</source>
<translation>Ffolder wedi’i hamgryptio ar gyfer eich achosion yw claddgell; eich cyfrinymadrodd sy’n ei hagor, neu allwedd adfer ar bapur. Mae’n cymryd pum munud; byddwch â beiro a phapur ar gyfer yr allwedd honno, ac amlen, wrth law.</translation>
</message>
<message>
<source>A view needs a name.</source>
<translation>Mae angen enw ar olwg.</translation>
</message>
<message>
<source>A word that is in no dictionary gets a wavy line once you rest. F7 leads to the next one, Shift+F7 or a right click offers other words. Nothing is changed by itself. This child’s exact words and whatever stands in quotation marks are never marked.</source>
<translation>Mae gair nad yw mewn unrhyw eiriadur yn cael llinell donnog pan fyddwch yn seibio. Mae F7 yn arwain at y nesaf, ac mae Shift+F7 neu glic de yn cynnig geiriau eraill. Nid oes dim yn newid ohono’i hun. Nid yw union eiriau’r plentyn hwn, na dim sydd mewn dyfynodau, byth yn cael eu marcio.</translation>
</message>
<message>
<source>A word to add</source>
<translation>Gair i’w ychwanegu</translation>
</message>
<message>
<source>A word, a name, a date</source>
<translation>Gair, enw, dyddiad</translation>
</message>
<message>
<source>A worker asked</source>
<translation>Gofynnodd gweithiwr</translation>
</message>
<message>
<source>A worker of this case who does not lead it and is not you. Add people under People and evidence.</source>
<translation>Gweithiwr ar yr achos hwn nad yw’n ei arwain ac nad chi ydyw. Ychwanegwch bobl o dan Pobl a thystiolaeth.</translation>
</message>
<message>
<source>A worker’s: what was seen or heard</source>
<translation>Geiriau gweithiwr: yr hyn a welwyd neu a glywyd</translation>
</message>
<message>
<source>A · Full assessment</source>
<translation>A · Asesiad llawn</translation>
</message>
<message>
<source>About</source>
<translation>Tua</translation>
</message>
<message>
<source>About you</source>
<translation>Amdanoch chi</translation>
</message>
<message>
<source>Accept</source>
<translation>Derbyn</translation>
</message>
<message>
<source>Accept the explanation of: {what}</source>
<translation>Derbyn yr eglurhad: {what}</translation>
</message>
<message>
<source>Accepted</source>
<translation>Derbyniwyd</translation>
</message>
<message>
<source>Act</source>
<translation>Gweithred</translation>
</message>
<message>
<source>Act on this notice</source>
<translation>Gweithredu ar yr hysbysiad</translation>
</message>
<message>
<source>Action</source>
<translation>Cam gweithredu</translation>
</message>
<message>
<source>Action and its state</source>
<translation>Y cam gweithredu a’i gyflwr</translation>
</message>
<message>
<source>Actions stand here on a line of weeks or months: when they begin, how long they last, which overlap.</source>
<translation>Mae camau gweithredu yma ar linell o wythnosau neu fisoedd: pryd maent yn dechrau, pa mor hir y maent yn para, pa rai sy’n gorgyffwrdd.</translation>
</message>
<message>
<source>Add</source>
<translation>Ychwanegu</translation>
</message>
<message>
<source>Add an event</source>
<translation>Ychwanegu digwyddiad</translation>
</message>
<message>
<source>Add an option</source>
<translation>Ychwanegu opsiwn</translation>
</message>
<message>
<source>Add it to the list as it is today.</source>
<translation>Ychwanegwch ef at y rhestr fel y mae heddiw.</translation>
</message>
<message>
<source>Add one here, or from the menu at a word with a wavy line.</source>
<translation>Ychwanegwch un yma, neu o’r ddewislen wrth air â llinell donnog.</translation>
</message>
<message>
<source>Add or change people</source>
<translation>Ychwanegu neu newid pobl</translation>
</message>
<message>
<source>Add the comment</source>
<translation>Ychwanegu’r sylw</translation>
</message>
<message>
<source>Add the option</source>
<translation>Ychwanegu’r opsiwn</translation>
</message>
<message>
<source>Add the word</source>
<translation>Ychwanegu’r gair</translation>
</message>
<message>
<source>Add to own words</source>
<translation>Ychwanegu at fy ngeiriau fy hun</translation>
</message>
<message>
<source>Add to the chronology</source>
<translation>Ychwanegu at y gronoleg</translation>
</message>
<message>
<source>Add to: {title}</source>
<translation>Ychwanegu at: {title}</translation>
</message>
<message>
<source>Add {kind}</source>
<translation>Ychwanegu: {kind}</translation>
</message>
<message>
<source>Add: {row}</source>
<translation>Ychwanegu: {row}</translation>
</message>
<message>
<source>Added</source>
<translation>Ychwanegwyd</translation>
</message>
<message>
<source>Added here</source>
<translation>Ychwanegwyd yma</translation>
</message>
<message>
<source>Added to the chronology.</source>
<translation>Ychwanegwyd at y gronoleg.</translation>
</message>
<message>
<source>Added. Assessments that are started from now on offer it.</source>
<translation>Ychwanegwyd. Mae asesiadau a ddechreuir o hyn ymlaen yn ei gynnig.</translation>
</message>
<message>
<source>Added: {name}</source>
<translation>Ychwanegwyd: {name}</translation>
</message>
<message>
<source>Adults</source>
<translation>Oedolion</translation>
</message>
<message>
<source>Adults it relies on</source>
<translation>Oedolion y mae’n dibynnu arnynt</translation>
</message>
<message>
<source>Advised by {words}</source>
<translation>Cynghorwyd gan: {words}</translation>
</message>
<message>
<source>After</source>
<translation>Ar ôl</translation>
</message>
<message>
<source>After one minute of stillness; typing counts as activity.</source>
<translation>Ar ôl un funud heb weithgarwch; mae teipio’n cyfrif fel gweithgarwch.</translation>
</message>
<message>
<source>After {n} minutes of stillness; typing counts as activity.</source>
<translation>Ar ôl {n} munud heb weithgarwch; mae teipio’n cyfrif fel gweithgarwch.</translation>
</message>
<message>
<source>Age: {n}.</source>
<translation>Oedran: {n}.</translation>
</message>
<message>
<source>Agencies</source>
<translation>Asiantaethau</translation>
</message>
<message>
<source>Agency</source>
<translation>Asiantaeth</translation>
</message>
<message>
<source>Agree in writing</source>
<translation>Cytuno’n ysgrifenedig</translation>
</message>
<message>
<source>Agreed</source>
<translation>Cytunwyd</translation>
</message>
<message>
<source>Agreed by: {who}.</source>
<translation>Cytunwyd gan: {who}.</translation>
</message>
<message>
<source>Agrees</source>
<translation>Yn cytuno</translation>
</message>
<message>
<source>Alerts tonight: {count}</source>
<translation>Rhybuddion heno: {count}</translation>
</message>
<message>
<source>Alerts tonight: {count}.</source>
<translation>Rhybuddion heno: {count}.</translation>
</message>
<message>
<source>Alerts: {n}, in {cases} of the cases below.</source>
<translation>Rhybuddion: {n}, mewn {cases} o’r achosion isod.</translation>
</message>
<message>
<source>All cases</source>
<translation>Pob achos</translation>
</message>
<message>
<source>All harms and needs, and what answers them</source>
<translation>Pob niwed ac angen, a’r hyn sy’n eu hateb</translation>
</message>
<message>
<source>All of case {ref} goes from this vault: its statements ({entries}), its documents ({documents}), and whatever was typed, sent or set aside. It cannot be brought back from this vault.</source>
<translation>Mae’r cyfan o’r achos yn mynd o’r gladdgell hon. Achos: {ref}. Mae hyn yn cynnwys ei ddatganiadau ({entries}), ei ddogfennau ({documents}), a beth bynnag a deipiwyd, a anfonwyd neu a roddwyd o’r neilltu. Ni ellir dod ag ef yn ôl o’r gladdgell hon.</translation>
</message>
<message>
<source>All that the explanation cites was seen of the behaviour. What else is known of this child?</source>
<translation>Mae popeth y mae’r esboniad yn ei ddyfynnu yn ymwneud â’r ymddygiad a welwyd. Beth arall sy’n hysbys am y plentyn hwn?</translation>
</message>
<message>
<source>All that this child said</source>
<translation>Popeth a ddywedodd y plentyn hwn</translation>
</message>
<message>
<source>All that this child said, in one place, and a page to sit beside them with.</source>
<translation>Popeth a ddywedodd y plentyn hwn, mewn un lle, a thudalen i eistedd gyda’ch gilydd o’i blaen.</translation>
</message>
<message>
<source>All the words have to stand in one answer or its question. Try fewer of them, or the beginning of one with * behind it.</source>
<translation>Rhaid i’r holl eiriau fod mewn un ateb neu yn ei gwestiwn. Rhowch gynnig ar lai ohonynt, neu ddechrau gair gyda * ar ei ôl.</translation>
</message>
<message>
<source>Already received</source>
<translation>Derbyniwyd eisoes</translation>
</message>
<message>
<source>Also involved: {names}</source>
<translation>Hefyd yn gysylltiedig: {names}</translation>
</message>
<message>
<source>Also with Ctrl and plus, minus or zero.</source>
<translation>Hefyd â Ctrl a phlws, minws neu sero.</translation>
</message>
<message>
<source>An action without a need: {what}</source>
<translation>Cam gweithredu heb angen: {what}</translation>
</message>
<message>
<source>An adult is listed without a person, so that no pair can be entered. Enter a person not yet identified.</source>
<translation>Mae oedolyn wedi’i restru heb berson, felly ni ellir cofnodi pâr. Cofnodwch berson heb ei adnabod eto.</translation>
</message>
<message>
<source>An agency</source>
<translation>Asiantaeth</translation>
</message>
<message>
<source>An approval that was given by the guidance of before does not cover it afterwards.</source>
<translation>Nid yw cymeradwyaeth a roddwyd yn ôl y canllawiau blaenorol yn ei gwmpasu wedyn.</translation>
</message>
<message>
<source>An assessment goes to a supervisor other than its author.</source>
<translation>Mae asesiad yn mynd at oruchwyliwr nad yw’n awdur arno.</translation>
</message>
<message>
<source>An assessment is judged by the guidance of the nation that assesses. It keeps the guidance that it began with. Figures that nobody has marked as verified are to be verified by a practitioner.</source>
<translation>Mae asesiad yn cael ei farnu yn ôl canllawiau’r wlad sy’n asesu. Mae’n cadw’r canllawiau y dechreuodd â nhw. Mae ffigurau nad oes neb wedi’u nodi fel rhai a ddilyswyd i’w dilysu gan ymarferydd.</translation>
</message>
<message>
<source>An assessment keeps the guidance that it began with, until somebody moves it for a reason.</source>
<translation>Mae asesiad yn cadw’r canllawiau y dechreuodd â nhw, nes i rywun ei symud am reswm.</translation>
</message>
<message>
<source>An earlier answer</source>
<translation>Ateb cynharach</translation>
</message>
<message>
<source>An empty folder, for example on a stick</source>
<translation>Ffolder wag, er enghraifft ar gof bach</translation>
</message>
<message>
<source>An entry came in under the identifier of another one.</source>
<translation>Daeth cofnod i mewn o dan ddynodwr cofnod arall.</translation>
</message>
<message>
<source>An entry claims to take the place of something that was said elsewhere.</source>
<translation>Mae cofnod yn honni cymryd lle rhywbeth a ddywedwyd mewn man arall.</translation>
</message>
<message>
<source>An entry does not have the expected form.</source>
<translation>Nid oes gan gofnod y ffurf ddisgwyliedig.</translation>
</message>
<message>
<source>An entry is not signed by the person it names.</source>
<translation>Nid y person a enwir mewn cofnod a’i llofnododd.</translation>
</message>
<message>
<source>An entry names a laptop on which somebody else writes.</source>
<translation>Mae cofnod yn enwi gliniadur y mae rhywun arall yn ysgrifennu arno.</translation>
</message>
<message>
<source>An entry of the record does not have the expected form.</source>
<translation>Nid oes gan un o gofnodion yr achos y ffurf ddisgwyliedig.</translation>
</message>
<message>
<source>An entry speaks where its author's role may not.</source>
<translation>Mae cofnod yn dweud rhywbeth nad yw rôl ei awdur yn ei ganiatáu.</translation>
</message>
<message>
<source>An entry starts an assessment that belongs to another case.</source>
<translation>Mae cofnod yn dechrau asesiad sy’n perthyn i achos arall.</translation>
</message>
<message>
<source>An entry was altered after it was signed.</source>
<translation>Newidiwyd cofnod ar ôl ei lofnodi.</translation>
</message>
<message>
<source>An entry was written by somebody whose card is not verified here.</source>
<translation>Ysgrifennwyd cofnod gan rywun nad yw ei gerdyn wedi’i ddilysu yma.</translation>
</message>
<message>
<source>An explanation that is not named yet</source>
<translation>Esboniad nad oes enw iddo eto</translation>
</message>
<message>
<source>An explanation without evidence: {what}</source>
<translation>Esboniad heb dystiolaeth: {what}</translation>
</message>
<message>
<source>An export names who receives it and why that is lawful.</source>
<translation>Rhaid i allforiad enwi pwy sy’n ei dderbyn a pham mae hynny’n gyfreithlon.</translation>
</message>
<message>
<source>An older vault</source>
<translation>Claddgell hŷn</translation>
</message>
<message>
<source>An option is a few plain words.</source>
<translation>Ychydig eiriau plaen yw opsiwn.</translation>
</message>
<message>
<source>And {more} more.</source>
<translation>A {more} arall.</translation>
</message>
<message>
<source>And {n} more.</source>
<translation>A {n} arall.</translation>
</message>
<message>
<source>Another answer</source>
<translation>Ateb arall</translation>
</message>
<message>
<source>Another answer: {question}</source>
<translation>Ateb arall: {question}</translation>
</message>
<message>
<source>Another change to the vault is still being made.</source>
<translation>Mae newid arall i’r gladdgell yn dal i gael ei wneud.</translation>
</message>
<message>
<source>Another form of this name and version is here already.</source>
<translation>Mae ffurflen arall â’r enw a’r fersiwn hyn yma eisoes.</translation>
</message>
<message>
<source>Another key was used before. Ask why it changed before you compare.</source>
<translation>Defnyddiwyd allwedd arall o’r blaen. Gofynnwch pam y newidiodd cyn i chi gymharu.</translation>
</message>
<message>
<source>Another laptop of yours</source>
<translation>Gliniadur arall o’ch eiddo</translation>
</message>
<message>
<source>Another reason</source>
<translation>Rheswm arall</translation>
</message>
<message>
<source>Another sex</source>
<translation>Rhyw arall</translation>
</message>
<message>
<source>Another vault was asked for. Lock this one first.</source>
<translation>Gofynnwyd am gladdgell arall. Clowch hon yn gyntaf.</translation>
</message>
<message>
<source>Another view</source>
<translation>Golwg arall</translation>
</message>
<message>
<source>Another view, and how sure we are</source>
<translation>Safbwynt arall, a pha mor siŵr ydym ni</translation>
</message>
<message>
<source>Answer</source>
<translation>Ateb</translation>
</message>
<message>
<source>Answer the question anew; the history keeps both.</source>
<translation>Atebwch y cwestiwn o’r newydd; mae’r hanes yn cadw’r ddau ateb.</translation>
</message>
<message>
<source>Answer the question as it is today.</source>
<translation>Atebwch y cwestiwn fel y mae heddiw.</translation>
</message>
<message>
<source>Answer the question as it should be.</source>
<translation>Atebwch y cwestiwn fel y dylai fod.</translation>
</message>
<message>
<source>Answer this first: {question}</source>
<translation>Atebwch hwn yn gyntaf: {question}</translation>
</message>
<message>
<source>Answer what stands before it first.</source>
<translation>Atebwch yr hyn sy’n dod o’i flaen yn gyntaf.</translation>
</message>
<message>
<source>Answer: {words}</source>
<translation>Ateb: {words}</translation>
</message>
<message>
<source>Answered</source>
<translation>Atebwyd</translation>
</message>
<message>
<source>Answered by</source>
<translation>Atebwyd gan</translation>
</message>
<message>
<source>Answered by {who} on {day}.</source>
<translation>Atebwyd gan {who} ar {day}.</translation>
</message>
<message>
<source>Answered now, not asked then</source>
<translation>Atebwyd nawr, heb ei ofyn bryd hynny</translation>
</message>
<message>
<source>Answered on {day} by {who}.</source>
<translation>Atebwyd ar {day} gan {who}.</translation>
</message>
<message>
<source>Answered {day}</source>
<translation>Atebwyd {day}</translation>
</message>
<message>
<source>Answers</source>
<translation>Yn ateb</translation>
</message>
<message>
<source>Answers (*.yaml *.yml)</source>
<translation>Atebion (*.yaml *.yml)</translation>
</message>
<message>
<source>Answers carried over from an earlier form: {count}.</source>
<translation>Atebion a gariwyd drosodd o ffurflen gynharach: {count}.</translation>
</message>
<message>
<source>Answers that stay as they are: {kept}.</source>
<translation>Atebion sy’n aros fel y maent: {kept}.</translation>
</message>
<message>
<source>Answers, reasons, people, evidence, events and comments are looked through, as they stand now. All words have to be there. “In quotes” they have to follow each other, -word must not be there, and word* is a beginning, as the last word is until a space ends it. What you look for is kept nowhere.</source>
<translation>Chwilir drwy atebion, rhesymau, pobl, tystiolaeth, digwyddiadau a sylwadau, fel y maent nawr. Rhaid i’r holl eiriau fod yno. “Mewn dyfynodau” rhaid iddynt ddilyn ei gilydd, ni chaiff -gair fod yno, a dechrau gair yw gair*, fel y mae’r gair olaf nes i fwlch ei orffen. Nid yw’r hyn y chwiliwch amdano yn cael ei gadw yn unman.</translation>
</message>
<message>
<source>Answers, the newest first</source>
<translation>Atebion, y diweddaraf yn gyntaf</translation>
</message>
<message>
<source>Any case</source>
<translation>Unrhyw achos</translation>
</message>
<message>
<source>Anybody</source>
<translation>Unrhyw un</translation>
</message>
<message>
<source>Anything</source>
<translation>Unrhyw beth</translation>
</message>
<message>
<source>Anything at all, big or small.</source>
<translation>Unrhyw beth o gwbl, mawr neu fach.</translation>
</message>
<message>
<source>Appearance and locking</source>
<translation>Golwg a chloi</translation>
</message>
<message>
<source>Approve and sign</source>
<translation>Cymeradwyo a llofnodi</translation>
</message>
<message>
<source>Approved and signed</source>
<translation>Cymeradwywyd a llofnodwyd</translation>
</message>
<message>
<source>Approving signs exactly the documents that were submitted. What you wrote yourself goes into the supervisor’s record only.</source>
<translation>Mae cymeradwyo’n llofnodi’r union ddogfennau a gyflwynwyd. Mae’r hyn a ysgrifennoch chi’ch hun yn mynd i gofnod y goruchwyliwr yn unig.</translation>
</message>
<message>
<source>Arrow keys go from cell to cell, Enter opens its row; where nobody has asked yet, Enter begins one.</source>
<translation>Mae’r saethau’n mynd o gell i gell, mae Enter yn agor ei rhes; lle na ofynnodd neb eto, mae Enter yn dechrau un.</translation>
</message>
<message>
<source>Arrow keys go from person to person, Enter opens what is entered of them.</source>
<translation>Mae’r saethau’n mynd o berson i berson, mae Enter yn agor yr hyn a gofnodwyd amdanynt.</translation>
</message>
<message>
<source>Arrow keys go from person to person, Enter opens, Ctrl with an arrow moves.</source>
<translation>Mae’r saethau’n mynd o berson i berson, mae Enter yn agor, ac mae Ctrl gyda saeth yn symud.</translation>
</message>
<message>
<source>As evidence for the answer</source>
<translation>Fel tystiolaeth i’r ateb</translation>
</message>
<message>
<source>As plain text</source>
<translation>Fel testun plaen</translation>
</message>
<message>
<source>As tables</source>
<translation>Fel tablau</translation>
</message>
<message>
<source>As the answer, or under what stands there</source>
<translation>Fel yr ateb, neu o dan yr hyn sydd yno</translation>
</message>
<message>
<source>As the assessment answers it; nobody has chosen it for the case yet.</source>
<translation>Fel y mae’r asesiad yn ei ateb; nid oes neb wedi ei ddewis ar gyfer yr achos eto.</translation>
</message>
<message>
<source>As the screen</source>
<translation>Fel y sgrin</translation>
</message>
<message>
<source>As the system</source>
<translation>Fel y system</translation>
</message>
<message>
<source>Ask a colleague or your manager, and write their name.</source>
<translation>Gofynnwch i gydweithiwr neu’ch rheolwr, ac ysgrifennwch enw’r person.</translation>
</message>
<message>
<source>Ask before you submit: the mark of a carer is printed beside their line in the plan. It is not a signature, and agreeing or not agreeing says nothing about what happened.</source>
<translation>Gofynnwch cyn cyflwyno: argraffir marc gofalwr wrth ymyl ei linell yn y cynllun. Nid llofnod ydyw, ac nid yw cytuno neu beidio â chytuno’n dweud dim am yr hyn a ddigwyddodd.</translation>
</message>
<message>
<source>Ask for a mark at the end</source>
<translation>Gofyn am farc ar y diwedd</translation>
</message>
<message>
<source>Ask for it again by another way, and tell your information security officer.</source>
<translation>Gofynnwch amdano eto drwy ffordd arall, a dywedwch wrth eich swyddog diogelwch gwybodaeth.</translation>
</message>
<message>
<source>Ask for the document again.</source>
<translation>Gofynnwch am y ddogfen eto.</translation>
</message>
<message>
<source>Ask for the passphrase or the printed recovery key.</source>
<translation>Gofynnwch am y cyfrinymadrodd neu’r allwedd adfer brintiedig.</translation>
</message>
<message>
<source>Ask that person to send it to you directly.</source>
<translation>Gofynnwch i’r person hwnnw ei anfon atoch yn uniongyrchol.</translation>
</message>
<message>
<source>Ask the author to send the package again.</source>
<translation>Gofynnwch i’r awdur anfon y pecyn eto.</translation>
</message>
<message>
<source>Ask the author to submit it again.</source>
<translation>Gofynnwch i’r awdur ei gyflwyno eto.</translation>
</message>
<message>
<source>Ask the author to submit it to you.</source>
<translation>Gofynnwch i’r awdur ei gyflwyno i chi.</translation>
</message>
<message>
<source>Ask the person to send their card again from an up-to-date app.</source>
<translation>Gofynnwch i’r person anfon ei gerdyn eto o fersiwn gyfredol o’r ap.</translation>
</message>
<message>
<source>Ask the person to send their card again.</source>
<translation>Gofynnwch i’r person anfon ei gerdyn eto.</translation>
</message>
<message>
<source>Ask the person whose work this is, or see the people page for who has which role.</source>
<translation>Gofynnwch i’r person sydd biau’r gwaith hwn, neu edrychwch ar y dudalen pobl i weld pwy sydd â pha rôl.</translation>
</message>
<message>
<source>Ask the sender by phone which one is right, and to send it again.</source>
<translation>Gofynnwch i’r anfonwr dros y ffôn pa un sy’n gywir, a gofynnwch am ei anfon eto.</translation>
</message>
<message>
<source>Ask the sender to check their app.</source>
<translation>Gofynnwch i’r anfonwr wirio ei ap.</translation>
</message>
<message>
<source>Ask the sender to make it again with an up-to-date app.</source>
<translation>Gofynnwch i’r anfonwr ei wneud eto â fersiwn gyfredol o’r ap.</translation>
</message>
<message>
<source>Ask the sender to make the package again from the case itself.</source>
<translation>Gofynnwch i’r anfonwr wneud y pecyn eto o’r achos ei hun.</translation>
</message>
<message>
<source>Ask the sender to make the package again with an up-to-date app.</source>
<translation>Gofynnwch i’r anfonwr wneud y pecyn eto â fersiwn gyfredol o’r ap.</translation>
</message>
<message>
<source>Ask the sender to make the package again.</source>
<translation>Gofynnwch i’r anfonwr wneud y pecyn eto.</translation>
</message>
<message>
<source>Ask the sender to seal it for you, with your current card.</source>
<translation>Gofynnwch i’r anfonwr ei selio i chi, â’ch cerdyn cyfredol.</translation>
</message>
<message>
<source>Ask the sender to send it again from an up-to-date app.</source>
<translation>Gofynnwch i’r anfonwr ei anfon eto o fersiwn gyfredol o’r ap.</translation>
</message>
<message>
<source>Ask the sender to send it again, or install the program again.</source>
<translation>Gofynnwch i’r anfonwr ei anfon eto, neu gosodwch y rhaglen eto.</translation>
</message>
<message>
<source>Ask the sender to send it again.</source>
<translation>Gofynnwch i’r anfonwr ei anfon eto.</translation>
</message>
<message>
<source>Ask the sender to send the case again; a package carries its form.</source>
<translation>Gofynnwch i’r anfonwr anfon yr achos eto; mae pecyn yn cario ei ffurflen.</translation>
</message>
<message>
<source>Ask the sender to send the case again; a package carries its guidance.</source>
<translation>Gofynnwch i’r anfonwr anfon yr achos eto; mae pecyn yn cario ei ganllawiau.</translation>
</message>
<message>
<source>Ask the sender what it is.</source>
<translation>Gofynnwch i’r anfonwr beth ydyw.</translation>
</message>
<message>
<source>Ask the sender which role they have, and to send a new card if it changed.</source>
<translation>Gofynnwch i’r anfonwr pa rôl sydd ganddo, a gofynnwch am gerdyn newydd os yw wedi newid.</translation>
</message>
<message>
<source>Ask them for their new card and compare the eight words again.</source>
<translation>Gofynnwch i’r person am ei gerdyn newydd a chymharwch yr wyth gair eto.</translation>
</message>
<message>
<source>Ask your manager, and write down the reason that they give.</source>
<translation>Gofynnwch i’ch rheolwr, ac ysgrifennwch y rheswm a roddir.</translation>
</message>
<message>
<source>Ask your organisation for a new one, or compare the eight words.</source>
<translation>Gofynnwch i’ch sefydliad am un newydd, neu cymharwch yr wyth gair.</translation>
</message>
<message>
<source>Ask your organisation for its newest file.</source>
<translation>Gofynnwch i’ch sefydliad am ei ffeil ddiweddaraf.</translation>
</message>
<message>
<source>Ask your organisation for the file again.</source>
<translation>Gofynnwch i’ch sefydliad am y ffeil eto.</translation>
</message>
<message>
<source>Ask your supervisor for their card, import it here, and read the eight words to each other.</source>
<translation>Gofynnwch i’ch goruchwyliwr am gerdyn, mewnforiwch ef yma, a darllenwch yr wyth gair i’ch gilydd.</translation>
</message>
<message>
<source>Asked again, because you are about to sign.</source>
<translation>Gofynnir eto, gan eich bod ar fin llofnodi.</translation>
</message>
<message>
<source>Asked for</source>
<translation>Ar gais</translation>
</message>
<message>
<source>Asked from now on: {tier}.</source>
<translation>Gofynnir o hyn ymlaen: {tier}.</translation>
</message>
<message>
<source>Asked now</source>
<translation>Gofynnir nawr</translation>
</message>
<message>
<source>Asked now: {tier}</source>
<translation>Gofynnir nawr: {tier}</translation>
</message>
<message>
<source>Asked {day}</source>
<translation>Gofynnwyd {day}</translation>
</message>
<message>
<source>Asked, and no answer recorded</source>
<translation>Gofynnwyd, a dim ateb wedi’i gofnodi</translation>
</message>
<message>
<source>Asked, and not known: {n}</source>
<translation>Gofynnwyd, ac nid yw’n hysbys: {n}</translation>
</message>
<message>
<source>Asked: {whom}, {when}</source>
<translation>Gofynnwyd: {whom}, {when}</translation>
</message>
<message>
<source>Asked: {words}</source>
<translation>Gofynnwyd: {words}</translation>
</message>
<message>
<source>Asking less than now is a manager's decision, with a reason that is printed.</source>
<translation>Penderfyniad rheolwr yw gofyn llai nag a ofynnir nawr, gyda rheswm sy’n cael ei argraffu.</translation>
</message>
<message>
<source>Asking less: a manager's reason</source>
<translation>Gofyn llai: rheswm rheolwr</translation>
</message>
<message>
<source>Assessment</source>
<translation>Asesiad</translation>
</message>
<message>
<source>Assessments</source>
<translation>Asesiadau</translation>
</message>
<message>
<source>At least {n} characters. No capitals or signs needed.</source>
<translation>O leiaf {n} nod. Nid oes angen priflythrennau na symbolau.</translation>
</message>
<message>
<source>At present this assessment does not ask for it; a fuller one does.</source>
<translation>Ar hyn o bryd nid yw’r asesiad hwn yn gofyn amdano; mae un llawnach yn gwneud hynny.</translation>
</message>
<message>
<source>At what time?</source>
<translation>Faint o’r gloch?</translation>
</message>
<message>
<source>Audit</source>
<translation>Archwiliad</translation>
</message>
<message>
<source>Audit and access</source>
<translation>Archwiliad a mynediad</translation>
</message>
<message>
<source>Audit of this case</source>
<translation>Archwiliad o’r achos hwn</translation>
</message>
<message>
<source>B · Multi-agency plan</source>
<translation>B · Cynllun amlasiantaeth</translation>
</message>
<message>
<source>Back</source>
<translation>Yn ôl</translation>
</message>
<message>
<source>Back to the case</source>
<translation>Yn ôl i’r achos</translation>
</message>
<message>
<source>Back to the question</source>
<translation>Yn ôl i’r cwestiwn</translation>
</message>
<message>
<source>Back to the record, once the page is covered</source>
<translation>Yn ôl i’r cofnod, ar ôl gorchuddio’r dudalen</translation>
</message>
<message>
<source>Back to where they were</source>
<translation>Yn ôl i’w lle blaenorol</translation>
</message>
<message>
<source>Back up and copy now</source>
<translation>Gwneud copi wrth gefn a’i gopïo</translation>
</message>
<message>
<source>Back up now</source>
<translation>Gwneud copi nawr</translation>
</message>
<message>
<source>Backups</source>
<translation>Copïau wrth gefn</translation>
</message>
<message>
<source>Backups and copies from before stay readable with what opened them then. Only destroying them changes that.</source>
<translation>Mae copïau wrth gefn a chopïau cynharach yn aros yn ddarllenadwy â’r hyn a’u hagorai bryd hynny. Dim ond eu dinistrio sy’n newid hynny.</translation>
</message>
<message>
<source>Backups on this computer</source>
<translation>Copïau wrth gefn ar y cyfrifiadur hwn</translation>
</message>
<message>
<source>Backups, the newest first</source>
<translation>Copïau wrth gefn, y diweddaraf yn gyntaf</translation>
</message>
<message>
<source>Basis: {basis}.</source>
<translation>Sail: {basis}.</translation>
</message>
<message>
<source>Before</source>
<translation>Cyn</translation>
</message>
<message>
<source>Before a new version</source>
<translation>Cyn fersiwn newydd</translation>
</message>
<message>
<source>Before the computer sleeps.</source>
<translation>Cyn i’r cyfrifiadur gysgu.</translation>
</message>
<message>
<source>Before you turn the screen to this child</source>
<translation>Cyn i chi droi’r sgrin at y plentyn hwn</translation>
</message>
<message>
<source>Before: “{words}” ({by}, {when})</source>
<translation>Cyn hynny: “{words}” ({by}, {when})</translation>
</message>
<message>
<source>Begins later</source>
<translation>Yn dechrau’n hwyrach</translation>
</message>
<message>
<source>Begun {when}. Every key is kept in this vault.</source>
<translation>Dechreuwyd {when}. Cedwir pob trawiad bysell yn y gladdgell hon.</translation>
</message>
<message>
<source>Behaviour</source>
<translation>Ymddygiad</translation>
</message>
<message>
<source>Being written</source>
<translation>Wrthi’n ei lunio</translation>
</message>
<message>
<source>Below the cards: from what is known to what gets better</source>
<translation>Islaw’r cardiau: o’r hyn sy’n hysbys i’r hyn sy’n gwella</translation>
</message>
<message>
<source>Beside the displays</source>
<translation>Wrth ymyl y dangosyddion</translation>
</message>
<message>
<source>Beside the reading</source>
<translation>Wrth ymyl y darllen</translation>
</message>
<message>
<source>Between two moments</source>
<translation>Rhwng dwy adeg</translation>
</message>
<message>
<source>Bring that one in first.</source>
<translation>Rhestrwch honno’n gyntaf.</translation>
</message>
<message>
<source>Build it now</source>
<translation>Ei adeiladu nawr</translation>
</message>
<message>
<source>By itself</source>
<translation>Yn awtomatig</translation>
</message>
<message>
<source>By phone or video call</source>
<translation>Dros y ffôn neu alwad fideo</translation>
</message>
<message>
<source>By reference</source>
<translation>Yn ôl cyfeirnod</translation>
</message>
<message>
<source>By role, such as family support worker. Without a mark, somebody besides you has to be named.</source>
<translation>Yn ôl rôl, megis gweithiwr cymorth i deuluoedd. Heb farc, rhaid enwi rhywun heblaw chi.</translation>
</message>
<message>
<source>By state</source>
<translation>Yn ôl cyflwr</translation>
</message>
<message>
<source>By the child’s name</source>
<translation>Yn ôl enw’r plentyn</translation>
</message>
<message>
<source>By when</source>
<translation>Erbyn pryd</translation>
</message>
<message>
<source>By {day}, {who}: {action}</source>
<translation>Erbyn {day}, {who}: {action}</translation>
</message>
<message>
<source>By: {who}.</source>
<translation>Gan: {who}.</translation>
</message>
<message>
<source>Call this person on a number that you already know, or meet. Read the words to each other: they see the same eight on their screen if nobody changed a card on its way.</source>
<translation>Ffoniwch y person hwn ar rif yr ydych yn ei wybod eisoes, neu cyfarfyddwch. Darllenwch y geiriau i’ch gilydd: bydd yr un wyth i’w gweld ar sgrin y person arall os na newidiodd neb gerdyn ar ei ffordd.</translation>
</message>
<message>
<source>Call your organisation's security officer on a number that you already know, or ask in person. They read you the eight words of the organisation's key; these are the words of the key that signed the file.</source>
<translation>Ffoniwch swyddog diogelwch eich sefydliad ar rif yr ydych yn ei wybod eisoes, neu gofynnwch wyneb yn wyneb. Bydd yn darllen wyth gair allwedd y sefydliad i chi; dyma eiriau’r allwedd a lofnododd y ffeil.</translation>
</message>
<message>
<source>Cancel</source>
<translation>Canslo</translation>
</message>
<message>
<source>Cannot rate</source>
<translation>Ni ellir graddio</translation>
</message>
<message>
<source>Cannot tell</source>
<translation>Methu dweud</translation>
</message>
<message>
<source>Cards (*.card)</source>
<translation>Cardiau (*.card)</translation>
</message>
<message>
<source>Cards and certificates (*.card *.pem *.crt *.cer)</source>
<translation>Cardiau a thystysgrifau (*.card *.pem *.crt *.cer)</translation>
</message>
<message>
<source>Carried over</source>
<translation>Cariwyd drosodd</translation>
</message>
<message>
<source>Case</source>
<translation>Achos</translation>
</message>
<message>
<source>Case {ref}</source>
<translation>Achos {ref}</translation>
</message>
<message>
<source>Case {ref}: {state}</source>
<translation>Achos {ref}: {state}</translation>
</message>
<message>
<source>Caseload</source>
<translation>Llwyth achosion</translation>
</message>
<message>
<source>Cases</source>
<translation>Achosion</translation>
</message>
<message>
<source>Challenge answered</source>
<translation>Ateb yr her</translation>
</message>
<message>
<source>Challenges and their answers</source>
<translation>Heriau a’u hatebion</translation>
</message>
<message>
<source>Change it</source>
<translation>Ei newid</translation>
</message>
<message>
<source>Change the day or who went</source>
<translation>Newid y diwrnod neu bwy a aeth</translation>
</message>
<message>
<source>Change the day or who went…</source>
<translation>Newid y diwrnod neu bwy a aeth…</translation>
</message>
<message>
<source>Change the limit</source>
<translation>Newid y terfyn</translation>
</message>
<message>
<source>Change the name</source>
<translation>Newid yr enw</translation>
</message>
<message>
<source>Change the passphrase</source>
<translation>Newid y cyfrinymadrodd</translation>
</message>
<message>
<source>Change the years</source>
<translation>Newid y blynyddoedd</translation>
</message>
<message>
<source>Change this limit</source>
<translation>Newid y terfyn hwn</translation>
</message>
<message>
<source>Changed</source>
<translation>Newidiwyd</translation>
</message>
<message>
<source>Changed since it was signed</source>
<translation>Newidiwyd ers ei lofnodi</translation>
</message>
<message>
<source>Changed since the last submission</source>
<translation>Newidiwyd ers y cyflwyniad diwethaf</translation>
</message>
<message>
<source>Changed since you opened it</source>
<translation>Newidiwyd ers i chi ei hagor</translation>
</message>
<message>
<source>Changed. New assessments get it; those that were started keep their own.</source>
<translation>Newidiwyd. Bydd asesiadau newydd yn ei gael; mae’r rhai a ddechreuwyd yn cadw eu terfyn eu hunain.</translation>
</message>
<message>
<source>Changing the passphrase</source>
<translation>Wrthi’n newid y cyfrinymadrodd</translation>
</message>
<message>
<source>Check about {who}</source>
<translation>Gwiriad am: {who}</translation>
</message>
<message>
<source>Check and submit</source>
<translation>Gwirio a chyflwyno</translation>
</message>
<message>
<source>Check and submit again</source>
<translation>Gwirio a chyflwyno eto</translation>
</message>
<message>
<source>Check and submit…</source>
<translation>Gwirio a chyflwyno…</translation>
</message>
<message>
<source>Check how they are written.</source>
<translation>Gwiriwch sut y maent wedi’u hysgrifennu.</translation>
</message>
<message>
<source>Check its signature</source>
<translation>Gwirio ei llofnod</translation>
</message>
<message>
<source>Check that the disk is connected and that your quota is not used up; what was saved before is safe.</source>
<translation>Gwiriwch fod y ddisg wedi’i chysylltu ac nad yw eich cwota wedi’i ddefnyddio’n llwyr; mae’r hyn a gadwyd o’r blaen yn ddiogel.</translation>
</message>
<message>
<source>Check that the disk is connected, then try again.</source>
<translation>Gwiriwch fod y ddisg wedi’i chysylltu, yna ceisiwch eto.</translation>
</message>
<message>
<source>Check that the stick or folder is still there.</source>
<translation>Gwiriwch fod y cof bach neu’r ffolder yn dal yno.</translation>
</message>
<message>
<source>Check the day, the month and the year.</source>
<translation>Gwiriwch y diwrnod, y mis a’r flwyddyn.</translation>
</message>
<message>
<source>Check the keyboard and try again, or use the printed recovery key.</source>
<translation>Gwiriwch y bysellfwrdd a cheisiwch eto, neu defnyddiwch yr allwedd adfer brintiedig.</translation>
</message>
<message>
<source>Check the rights of its folder, or use the window in which it may be changed.</source>
<translation>Gwiriwch hawliau ei ffolder, neu defnyddiwch y ffenestr lle caniateir ei newid.</translation>
</message>
<message>
<source>Check the sender's contact card with the eight words.</source>
<translation>Gwiriwch gerdyn cyswllt yr anfonwr â’r wyth gair.</translation>
</message>
<message>
<source>Check the signatures and that nothing was changed</source>
<translation>Gwirio’r llofnodion ac na newidiwyd dim</translation>
</message>
<message>
<source>Check {rule}: {why}</source>
<translation>Gwiriad {rule}: {why}</translation>
</message>
<message>
<source>Checking</source>
<translation>Wrthi’n gwirio</translation>
</message>
<message>
<source>Checking the backup and putting it in place</source>
<translation>Wrthi’n gwirio’r copi wrth gefn ac yn ei roi yn ei le</translation>
</message>
<message>
<source>Checking the signature</source>
<translation>Wrthi’n gwirio’r llofnod</translation>
</message>
<message>
<source>Checking the signatures</source>
<translation>Wrthi’n gwirio’r llofnodion</translation>
</message>
<message>
<source>Checking what is written</source>
<translation>Wrthi’n gwirio’r hyn a ysgrifennwyd</translation>
</message>
<message>
<source>Checking who sent it and that nothing was changed.</source>
<translation>Wrthi’n gwirio pwy a’i hanfonodd ac na newidiwyd dim.</translation>
</message>
<message>
<source>Child</source>
<translation>Plentyn</translation>
</message>
<message>
<source>Children</source>
<translation>Plant</translation>
</message>
<message>
<source>Choose</source>
<translation>Dewis</translation>
</message>
<message>
<source>Choose a backup, or a folder with backups</source>
<translation>Dewiswch gopi wrth gefn, neu ffolder â chopïau wrth gefn</translation>
</message>
<message>
<source>Choose a basis.</source>
<translation>Dewiswch sail.</translation>
</message>
<message>
<source>Choose a file of answers</source>
<translation>Dewiswch ffeil o atebion</translation>
</message>
<message>
<source>Choose a file that ends in .assess.</source>
<translation>Dewiswch ffeil sy’n gorffen â .assess.</translation>
</message>
<message>
<source>Choose a file that was exported as YAML.</source>
<translation>Dewiswch ffeil a allforiwyd fel YAML.</translation>
</message>
<message>
<source>Choose a folder for copies</source>
<translation>Dewis ffolder ar gyfer copïau</translation>
</message>
<message>
<source>Choose a folder for the vault.</source>
<translation>Dewiswch ffolder ar gyfer y gladdgell.</translation>
</message>
<message>
<source>Choose a folder on another medium</source>
<translation>Dewiswch ffolder ar gyfrwng arall</translation>
</message>
<message>
<source>Choose a folder on another medium, such as a memory stick that is kept elsewhere.</source>
<translation>Dewiswch ffolder ar gyfrwng arall, fel cof bach a gedwir yn rhywle arall.</translation>
</message>
<message>
<source>Choose a form first.</source>
<translation>Dewiswch ffurflen yn gyntaf.</translation>
</message>
<message>
<source>Choose a form from elsewhere first.</source>
<translation>Dewiswch ffurflen o rywle arall yn gyntaf.</translation>
</message>
<message>
<source>Choose a later one, or exchange them.</source>
<translation>Dewiswch un ddiweddarach, neu cyfnewidiwch nhw.</translation>
</message>
<message>
<source>Choose a person from your contacts.</source>
<translation>Dewiswch berson o’ch cysylltiadau.</translation>
</message>
<message>
<source>Choose a supervisor</source>
<translation>Dewiswch oruchwyliwr</translation>
</message>
<message>
<source>Choose a supervisor whose eight words you have compared.</source>
<translation>Dewiswch oruchwyliwr y gwnaethoch gymharu ei wyth gair.</translation>
</message>
<message>
<source>Choose a vault.</source>
<translation>Dewiswch gladdgell.</translation>
</message>
<message>
<source>Choose a word in the list first.</source>
<translation>Dewiswch air yn y rhestr yn gyntaf.</translation>
</message>
<message>
<source>Choose an empty folder</source>
<translation>Dewiswch ffolder wag</translation>
</message>
<message>
<source>Choose an empty folder for the new vault.</source>
<translation>Dewiswch ffolder wag ar gyfer y gladdgell newydd.</translation>
</message>
<message>
<source>Choose an empty folder for the restored vault.</source>
<translation>Dewiswch ffolder wag ar gyfer y gladdgell a adferir.</translation>
</message>
<message>
<source>Choose an empty folder, or the folder of the vault that is to be restored.</source>
<translation>Dewiswch ffolder wag, neu ffolder y gladdgell sydd i’w hadfer.</translation>
</message>
<message>
<source>Choose an empty folder.</source>
<translation>Dewiswch ffolder wag.</translation>
</message>
<message>
<source>Choose another file or folder.</source>
<translation>Dewiswch ffeil neu ffolder arall.</translation>
</message>
<message>
<source>Choose another file.</source>
<translation>Dewiswch ffeil arall.</translation>
</message>
<message>
<source>Choose another file…</source>
<translation>Dewis ffeil arall…</translation>
</message>
<message>
<source>Choose another folder</source>
<translation>Dewis ffolder arall</translation>
</message>
<message>
<source>Choose another folder, or take the older form away first; nothing was written.</source>
<translation>Dewiswch ffolder arall, neu symudwch y ffurflen hŷn oddi yno’n gyntaf; nid ysgrifennwyd dim.</translation>
</message>
<message>
<source>Choose another folder, then try again.</source>
<translation>Dewiswch ffolder arall, yna rhowch gynnig arall arni.</translation>
</message>
<message>
<source>Choose another name.</source>
<translation>Dewiswch enw arall.</translation>
</message>
<message>
<source>Choose at least one.</source>
<translation>Dewiswch o leiaf un.</translation>
</message>
<message>
<source>Choose from the list, or write a name and press Enter. Several can have gone.</source>
<translation>Dewiswch o’r rhestr, neu ysgrifennwch enw a phwyso Enter. Gall sawl un fod wedi mynd.</translation>
</message>
<message>
<source>Choose how it ends.</source>
<translation>Dewiswch sut mae’n dod i ben.</translation>
</message>
<message>
<source>Choose it where you fill in the form.</source>
<translation>Dewiswch ef lle rydych yn llenwi’r ffurflen.</translation>
</message>
<message>
<source>Choose its folder</source>
<translation>Dewis ei ffolder</translation>
</message>
<message>
<source>Choose its folder on this computer, or put a backup back with its passphrase or the recovery key.</source>
<translation>Dewiswch ei ffolder ar y cyfrifiadur hwn, neu rhowch gopi wrth gefn yn ôl gyda’i gyfrinymadrodd neu’r allwedd adfer.</translation>
</message>
<message>
<source>Choose one of the documents listed.</source>
<translation>Dewiswch un o’r dogfennau a restrir.</translation>
</message>
<message>
<source>Choose one of the three, then seal it.</source>
<translation>Dewiswch un o’r tri, yna seliwch ef.</translation>
</message>
<message>
<source>Choose one of the two.</source>
<translation>Dewiswch un o’r ddau.</translation>
</message>
<message>
<source>Choose somebody whose card says supervisor and whose eight words you have compared.</source>
<translation>Dewiswch rywun y mae ei gerdyn yn dweud goruchwyliwr ac y gwnaethoch gymharu ei wyth gair.</translation>
</message>
<message>
<source>Choose somebody whose card says supervisor.</source>
<translation>Dewiswch rywun y mae ei gerdyn yn dweud goruchwyliwr.</translation>
</message>
<message>
<source>Choose the file made for it.</source>
<translation>Dewiswch y ffeil a wnaed ar ei gyfer.</translation>
</message>
<message>
<source>Choose the file that holds a line beginning with AGE-SECRET-KEY.</source>
<translation>Dewiswch y ffeil sy’n cynnwys llinell sy’n dechrau ag AGE-SECRET-KEY.</translation>
</message>
<message>
<source>Choose the file that the sender made.</source>
<translation>Dewiswch y ffeil a wnaeth yr anfonwr.</translation>
</message>
<message>
<source>Choose the file…</source>
<translation>Dewis y ffeil…</translation>
</message>
<message>
<source>Choose the folder</source>
<translation>Dewis y ffolder</translation>
</message>
<message>
<source>Choose the folder in which the vault was made.</source>
<translation>Dewiswch y ffolder lle gwnaed y gladdgell.</translation>
</message>
<message>
<source>Choose the folder of the vault</source>
<translation>Dewiswch ffolder y gladdgell</translation>
</message>
<message>
<source>Choose the key that belongs to the certificate.</source>
<translation>Dewiswch yr allwedd sy’n perthyn i’r dystysgrif.</translation>
</message>
<message>
<source>Choose the main one</source>
<translation>Dewiswch y prif un</translation>
</message>
<message>
<source>Choose the main one.</source>
<translation>Dewiswch y prif un.</translation>
</message>
<message>
<source>Choose the manager</source>
<translation>Dewiswch y rheolwr</translation>
</message>
<message>
<source>Choose the manager: a worker of this case who does not lead it and is not you.</source>
<translation>Dewiswch y rheolwr: gweithiwr yn yr achos hwn nad yw’n ei arwain ac nad chi ydyw.</translation>
</message>
<message>
<source>Choose the option that comes closest, and say more in the words beside it.</source>
<translation>Dewiswch yr opsiwn agosaf, a dywedwch fwy yn y geiriau wrth ei ymyl.</translation>
</message>
<message>
<source>Choose the option that comes closest.</source>
<translation>Dewiswch yr opsiwn agosaf.</translation>
</message>
<message>
<source>Choose the printer…</source>
<translation>Dewis yr argraffydd…</translation>
</message>
<message>
<source>Choose the reason</source>
<translation>Dewiswch y rheswm</translation>
</message>
<message>
<source>Choose the reason that fits best.</source>
<translation>Dewiswch y rheswm sy’n gweddu orau.</translation>
</message>
<message>
<source>Choose this child, or a carer whom the form lists.</source>
<translation>Dewiswch y plentyn hwn, neu ofalwr sydd wedi’i restru yn y ffurflen.</translation>
</message>
<message>
<source>Choose two different ones.</source>
<translation>Dewiswch ddau wahanol.</translation>
</message>
<message>
<source>Choose where to save it…</source>
<translation>Dewis ble i’w gadw…</translation>
</message>
<message>
<source>Choose who is asked.</source>
<translation>Dewiswch i bwy y gofynnir.</translation>
</message>
<message>
<source>Choose who receives it.</source>
<translation>Dewiswch pwy sy’n ei dderbyn.</translation>
</message>
<message>
<source>Choose who went, or write their name.</source>
<translation>Dewiswch pwy a aeth, neu ysgrifennwch eu henw.</translation>
</message>
<message>
<source>Choose why it may be erased</source>
<translation>Dewiswch pam y gellir ei ddileu</translation>
</message>
<message>
<source>Choose why it may be erased.</source>
<translation>Dewiswch pam y caniateir ei ddileu’n derfynol.</translation>
</message>
<message>
<source>Choose, or leave it for later</source>
<translation>Dewiswch, neu gadewch hyn tan eto</translation>
</message>
<message>
<source>Choose…</source>
<translation>Dewis…</translation>
</message>
<message>
<source>Choosing this clears the others.</source>
<translation>Mae dewis hwn yn clirio’r lleill.</translation>
</message>
<message>
<source>Chosen on {day} by {who}: {why}</source>
<translation>Dewiswyd ar {day} gan {who}: {why}</translation>
</message>
<message>
<source>Chosen: {question}</source>
<translation>Dewiswyd: {question}</translation>
</message>
<message>
<source>Chronology</source>
<translation>Cronoleg</translation>
</message>
<message>
<source>Cite at least one evidence item</source>
<translation>Dyfynnwch o leiaf un eitem o dystiolaeth</translation>
</message>
<message>
<source>Clear the pad</source>
<translation>Clirio’r pad</translation>
</message>
<message>
<source>Cleared: {message}</source>
<translation>Wedi’i glirio: {message}</translation>
</message>
<message>
<source>Clocks</source>
<translation>Clociau</translation>
</message>
<message>
<source>Close</source>
<translation>Cau</translation>
</message>
<message>
<source>Close it first, with its outcome.</source>
<translation>Caewch ef yn gyntaf, gyda’i ganlyniad.</translation>
</message>
<message>
<source>Close other programs and try again.</source>
<translation>Caewch raglenni eraill a cheisiwch eto.</translation>
</message>
<message>
<source>Close the case</source>
<translation>Cau’r achos</translation>
</message>
<message>
<source>Close the program, keep a copy of the folder, and restore the latest backup.</source>
<translation>Caewch y rhaglen, cadwch gopi o’r ffolder, ac adferwch y copi wrth gefn diweddaraf.</translation>
</message>
<message>
<source>Close the result</source>
<translation>Cau’r canlyniad</translation>
</message>
<message>
<source>Close {title}</source>
<translation>Cau: {title}</translation>
</message>
<message>
<source>Closed</source>
<translation>Wedi’i gau</translation>
</message>
<message>
<source>Closed cases whose file may be looked at: {n}. Nothing goes by itself.</source>
<translation>Achosion wedi’u cau y caniateir edrych ar eu ffeil: {n}. Nid oes dim yn mynd ohono’i hun.</translation>
</message>
<message>
<source>Closed on</source>
<translation>Caewyd ar</translation>
</message>
<message>
<source>Closed on {day} by {who}: {outcome}.</source>
<translation>Caewyd ar {day} gan {who}: {outcome}.</translation>
</message>
<message>
<source>Closed on {day}.</source>
<translation>Caewyd ar {day}.</translation>
</message>
<message>
<source>Co-assessor</source>
<translation>Cyd-asesydd</translation>
</message>
<message>
<source>Code</source>
<translation>Cod</translation>
</message>
<message>
<source>Code: {code}</source>
<translation>Cod: {code}</translation>
</message>
<message>
<source>Colours</source>
<translation>Lliwiau</translation>
</message>
<message>
<source>Comment</source>
<translation>Sylw</translation>
</message>
<message>
<source>Comments</source>
<translation>Sylwadau</translation>
</message>
<message>
<source>Comments come back once this is submitted.</source>
<translation>Daw sylwadau’n ôl ar ôl cyflwyno hwn.</translation>
</message>
<message>
<source>Community</source>
<translation>Cymuned</translation>
</message>
<message>
<source>Compare it group by group with the printed key: nine groups of four characters.</source>
<translation>Cymharwch hi fesul grŵp â’r allwedd brintiedig: naw grŵp o bedwar nod.</translation>
</message>
<message>
<source>Compare the eight words</source>
<translation>Cymharu’r wyth gair</translation>
</message>
<message>
<source>Compare the eight words with them again, then propose it anew.</source>
<translation>Cymharwch yr wyth gair eto gyda’r person, yna cynigiwch hyn o’r newydd.</translation>
</message>
<message>
<source>Compare the eight words with them and do it again.</source>
<translation>Cymharwch yr wyth gair gyda’r person a gwnewch hyn eto.</translation>
</message>
<message>
<source>Compare the eight words with them, and ask them to propose it again.</source>
<translation>Cymharwch yr wyth gair gyda’r person, a gofynnwch iddo gynnig hyn eto.</translation>
</message>
<message>
<source>Compare two…</source>
<translation>Cymharu dau…</translation>
</message>
<message>
<source>Competing explanations</source>
<translation>Esboniadau sy’n cystadlu</translation>
</message>
<message>
<source>Complete</source>
<translation>Cyflawn</translation>
</message>
<message>
<source>Concern</source>
<translation>Pryder</translation>
</message>
<message>
<source>Concerns in words, needs and strengths stand here in three displays that are never added up.</source>
<translation>Mae pryderon mewn geiriau, anghenion a chryfderau yma mewn tri dangosydd nad ydynt byth yn cael eu hadio at ei gilydd.</translation>
</message>
<message>
<source>Concerns, in words</source>
<translation>Pryderon, mewn geiriau</translation>
</message>
<message>
<source>Conference or planning meeting</source>
<translation>Cynhadledd neu gyfarfod cynllunio</translation>
</message>
<message>
<source>Configurations (*.json)</source>
<translation>Ffurfweddiadau (*.json)</translation>
</message>
<message>
<source>Confirmed by</source>
<translation>Cadarnhawyd</translation>
</message>
<message>
<source>Conflicting</source>
<translation>Gwrthgyferbyniol</translation>
</message>
<message>
<source>Connect it, or choose another folder for the copies.</source>
<translation>Cysylltwch ef, neu dewiswch ffolder arall ar gyfer y copïau.</translation>
</message>
<message>
<source>Connect the stick or the disk with your copies, then choose its folder.</source>
<translation>Cysylltwch y cof bach neu’r ddisg â’ch copïau, yna dewiswch y ffolder.</translation>
</message>
<message>
<source>Consider</source>
<translation>Ystyried</translation>
</message>
<message>
<source>Contact</source>
<translation>Cyswllt</translation>
</message>
<message>
<source>Contact not asked</source>
<translation>Cyswllt heb ei ofyn</translation>
</message>
<message>
<source>Contact with other children</source>
<translation>Cyswllt â phlant eraill</translation>
</message>
<message>
<source>Contact with this child</source>
<translation>Cyswllt â’r plentyn hwn</translation>
</message>
<message>
<source>Contact, and protection not complete: {n}</source>
<translation>Cyswllt, ac amddiffyniad heb fod yn gyflawn: {n}</translation>
</message>
<message>
<source>Contact, and protection not complete: {n}.</source>
<translation>Cyswllt, ac amddiffyniad heb fod yn gyflawn: {n}.</translation>
</message>
<message>
<source>Contact, conditions</source>
<translation>Cyswllt, amodau</translation>
</message>
<message>
<source>Contact: {words}</source>
<translation>Cyswllt: {words}</translation>
</message>
<message>
<source>Contact: {words}.</source>
<translation>Cyswllt: {words}.</translation>
</message>
<message>
<source>Contacts</source>
<translation>Cysylltiadau</translation>
</message>
<message>
<source>Contacts and visits</source>
<translation>Cysylltiadau ac ymweliadau</translation>
</message>
<message>
<source>Continue</source>
<translation>Parhau</translation>
</message>
<message>
<source>Conversation on: {question}. {state}</source>
<translation>Sgwrs am: {question}. {state}</translation>
</message>
<message>
<source>Copies go to {folder}, which is not connected now.</source>
<translation>Mae copïau’n mynd i {folder}, nad yw wedi’i chysylltu nawr.</translation>
</message>
<message>
<source>Copies go to {folder}.</source>
<translation>Mae copïau’n mynd i {folder}.</translation>
</message>
<message>
<source>Copies on a second medium</source>
<translation>Copïau ar ail gyfrwng</translation>
</message>
<message>
<source>Copying a backup</source>
<translation>Copïo copi wrth gefn</translation>
</message>
<message>
<source>Correct the date of birth if it is wrong; else pass what you know to adult services today.</source>
<translation>Cywirwch y dyddiad geni os yw’n anghywir; fel arall, rhowch yr hyn a wyddoch i wasanaethau oedolion heddiw.</translation>
</message>
<message>
<source>Correct: {words}</source>
<translation>Cywiro: {words}</translation>
</message>
<message>
<source>Corrected. What stood before stays in sight.</source>
<translation>Cywirwyd. Mae’r hyn oedd yno o’r blaen yn aros i’w weld.</translation>
</message>
<message>
<source>Correct…</source>
<translation>Cywiro…</translation>
</message>
<message>
<source>Counts as read when all three are opened to their source.</source>
<translation>Yn cyfrif fel wedi’i ddarllen pan fydd y tri wedi’u hagor hyd at eu ffynhonnell.</translation>
</message>
<message>
<source>Cover the screen</source>
<translation>Gorchuddio’r sgrin</translation>
</message>
<message>
<source>Cross: has died</source>
<translation>Croes: wedi marw</translation>
</message>
<message>
<source>Ctrl++ and Ctrl+- change it there, too.</source>
<translation>Mae Ctrl++ a Ctrl+- yn ei newid yno hefyd.</translation>
</message>
<message>
<source>Ctrl+E: evidence.</source>
<translation>Ctrl+E: tystiolaeth.</translation>
</message>
<message>
<source>Ctrl+L locks at once. Nothing is lost: you come back to the same place. It locks by itself:</source>
<translation>Mae Ctrl+L yn cloi ar unwaith. Ni chollir dim: byddwch yn dod yn ôl i’r un lle. Mae’n cloi ohoni’i hun:</translation>
</message>
<message>
<source>Ctrl+Page Down: next section.</source>
<translation>Ctrl+Page Down: yr adran nesaf.</translation>
</message>
<message>
<source>Cymraeg</source>
<translation>Cymraeg</translation>
</message>
<message>
<source>Dark</source>
<translation>Tywyll</translation>
</message>
<message>
<source>Dashes: lives with this child</source>
<translation>Llinellau toriad: yn byw gyda’r plentyn hwn</translation>
</message>
<message>
<source>Day not recorded</source>
<translation>Diwrnod heb ei gofnodi</translation>
</message>
<message>
<source>Day of death</source>
<translation>Diwrnod y farwolaeth</translation>
</message>
<message>
<source>Days</source>
<translation>Diwrnodau</translation>
</message>
<message>
<source>Days are those on which a backup goes if one more is made every day.</source>
<translation>Y diwrnodau yw’r rhai pan fydd copi wrth gefn yn mynd, os gwneir un arall bob dydd.</translation>
</message>
<message>
<source>Decide between the two there first.</source>
<translation>Penderfynwch rhwng y ddau yno yn gyntaf.</translation>
</message>
<message>
<source>Decide between them first; then restore another one if it should stand.</source>
<translation>Penderfynwch rhyngddynt yn gyntaf; yna adferwch un arall os hwnnw ddylai sefyll.</translation>
</message>
<message>
<source>Decide on an explanation: {what} {about}</source>
<translation>Penderfynu ar eglurhad: {what} {about}</translation>
</message>
<message>
<source>Decide which answer stands, then move to the newer form.</source>
<translation>Penderfynwch pa ateb sy’n sefyll, yna symudwch i’r ffurflen fwy newydd.</translation>
</message>
<message>
<source>Decide: {n}</source>
<translation>Penderfynu: {n}</translation>
</message>
<message>
<source>Decided between two</source>
<translation>Penderfynwyd rhwng dau</translation>
</message>
<message>
<source>Decided between two answers: {why}</source>
<translation>Penderfynwyd rhwng dau ateb: {why}</translation>
</message>
<message>
<source>Decline</source>
<translation>Gwrthod</translation>
</message>
<message>
<source>Declined</source>
<translation>Gwrthodwyd ateb</translation>
</message>
<message>
<source>Declined by</source>
<translation>Pwy a wrthododd</translation>
</message>
<message>
<source>Device back</source>
<translation>Dychwelyd dyfais</translation>
</message>
<message>
<source>Devices</source>
<translation>Dyfeisiau</translation>
</message>
<message>
<source>Died {day}</source>
<translation>Bu farw {day}</translation>
</message>
<message>
<source>Died {day}.</source>
<translation>Bu farw {day}.</translation>
</message>
<message>
<source>Dismiss</source>
<translation>Diystyru</translation>
</message>
<message>
<source>Dismiss the notice</source>
<translation>Diystyru’r hysbysiad</translation>
</message>
<message>
<source>Dismiss this notice</source>
<translation>Diystyru’r hysbysiad hwn</translation>
</message>
<message>
<source>Do not rely on this document.</source>
<translation>Peidiwch â dibynnu ar y ddogfen hon.</translation>
</message>
<message>
<source>Do not rely on this receipt: its signature does not hold.</source>
<translation>Peidiwch â dibynnu ar y dderbynneb hon: nid yw ei llofnod yn dal.</translation>
</message>
<message>
<source>Do not use it; ask the person to send their card again.</source>
<translation>Peidiwch â’i ddefnyddio; gofynnwch i’r person anfon ei gerdyn eto.</translation>
</message>
<message>
<source>Do not use it; restore the vault from its latest backup.</source>
<translation>Peidiwch â’i defnyddio; adferwch y gladdgell o’i chopi wrth gefn diweddaraf.</translation>
</message>
<message>
<source>Do not use it; tell your information security officer.</source>
<translation>Peidiwch â’i ddefnyddio; dywedwch wrth eich swyddog diogelwch gwybodaeth.</translation>
</message>
<message>
<source>Do not use it; use another backup.</source>
<translation>Peidiwch â’i ddefnyddio; defnyddiwch gopi wrth gefn arall.</translation>
</message>
<message>
<source>Do you want to join in when plans are made?</source>
<translation>Wyt ti eisiau cymryd rhan pan fydd cynlluniau’n cael eu gwneud?</translation>
</message>
<message>
<source>Do you worry about things?</source>
<translation>Wyt ti’n poeni am bethau?</translation>
</message>
<message>
<source>Document</source>
<translation>Dogfen</translation>
</message>
<message>
<source>Documents</source>
<translation>Dogfennau</translation>
</message>
<message>
<source>Documents (*.pdf)</source>
<translation>Dogfennau (*.pdf)</translation>
</message>
<message>
<source>Documents A and B are made and signed when the assessment is submitted, and again at approval.</source>
<translation>Caiff dogfennau A a B eu gwneud a’u llofnodi pan gyflwynir yr asesiad, ac eto wrth gymeradwyo.</translation>
</message>
<message>
<source>Documents and contributions</source>
<translation>Dogfennau a chyfraniadau</translation>
</message>
<message>
<source>Does not agree</source>
<translation>Ddim yn cytuno</translation>
</message>
<message>
<source>Done again: {what}.</source>
<translation>Ail-wnaed: {what}.</translation>
</message>
<message>
<source>Done first; its answers are carried on.</source>
<translation>Gwneir hwn yn gyntaf; caiff ei atebion eu cario ymlaen.</translation>
</message>
<message>
<source>Done late</source>
<translation>Gwnaed yn hwyr</translation>
</message>
<message>
<source>Done. What was said before stays in the history.</source>
<translation>Gwnaed. Mae’r hyn a ddywedwyd o’r blaen yn aros yn yr hanes.</translation>
</message>
<message>
<source>Dots: part of the time</source>
<translation>Dotiau: rhan o’r amser</translation>
</message>
<message>
<source>Double line: this child</source>
<translation>Llinell ddwbl: y plentyn hwn</translation>
</message>
<message>
<source>Drag somebody, or hold Ctrl with an arrow, to move them.</source>
<translation>Llusgwch rywun, neu daliwch Ctrl gyda saeth, i’w symud.</translation>
</message>
<message>
<source>Draw it again</source>
<translation>Gwneud y marc eto</translation>
</message>
<message>
<source>Drawing: from harm and need to action</source>
<translation>Llun: o niwed ac angen i gam gweithredu</translation>
</message>
<message>
<source>Drawing: the thread of {what}</source>
<translation>Llun: yr edefyn ar gyfer {what}</translation>
</message>
<message>
<source>Drawing: {name}</source>
<translation>Llun: {name}</translation>
</message>
<message>
<source>Drawn with a pen, a finger or the mouse. What is said can be recorded instead.</source>
<translation>Wedi’i wneud â phin, bys neu lygoden. Gellir cofnodi’r hyn a ddywedir yn lle hynny.</translation>
</message>
<message>
<source>Due</source>
<translation>I’w wneud erbyn</translation>
</message>
<message>
<source>Due soon</source>
<translation>I’w wneud yn fuan</translation>
</message>
<message>
<source>Due: {what}.</source>
<translation>I’w wneud erbyn: {what}.</translation>
</message>
<message>
<source>Each adult or older child, and each child. It says what protects each child; it says nothing about guilt. A pair that nobody asked about is not the same as no contact.</source>
<translation>Pob oedolyn neu blentyn hŷn, a phob plentyn. Mae’n dweud beth sy’n amddiffyn pob plentyn; nid yw’n dweud dim am euogrwydd. Nid yw pâr na ofynnodd neb amdanynt yr un peth â dim cyswllt.</translation>
</message>
<message>
<source>Each answer becomes yours, signed today. What the file does not say stays not asked yet; look it over.</source>
<translation>Daw pob ateb yn un i chi, wedi’i lofnodi heddiw. Mae’r hyn nad yw’r ffeil yn ei ddweud yn aros heb ei ofyn eto; edrychwch drosto.</translation>
</message>
<message>
<source>Each of these can be cleared today by what you record.</source>
<translation>Gellir clirio pob un o’r rhain heddiw drwy’r hyn a gofnodwch.</translation>
</message>
<message>
<source>Each place or time has its row here: what protects, who does it, until when, and what is missing.</source>
<translation>Mae rhes yma i bob man neu amser: beth sy’n amddiffyn, pwy sy’n ei wneud, tan pryd, a beth sydd ar goll.</translation>
</message>
<message>
<source>Editions and bank holidays</source>
<translation>Argraffiadau a gwyliau banc</translation>
</message>
<message>
<source>Eight words</source>
<translation>Wyth gair</translation>
</message>
<message>
<source>Elsewhere</source>
<translation>Rhywle arall</translation>
</message>
<message>
<source>End</source>
<translation>Diwedd</translation>
</message>
<message>
<source>End, if it went on</source>
<translation>Diwedd, os parhaodd</translation>
</message>
<message>
<source>English</source>
<translation>English</translation>
</message>
<message>
<source>Enter asks about it.</source>
<translation>Mae Enter yn gofyn amdano.</translation>
</message>
<message>
<source>Enter or a double click opens a question.</source>
<translation>Mae Enter neu glic dwbl yn agor cwestiwn.</translation>
</message>
<message>
<source>Enter the years of your local schedule in the settings, or choose another basis.</source>
<translation>Nodwch flynyddoedd eich amserlen leol yn y gosodiadau, neu dewiswch sail arall.</translation>
</message>
<message>
<source>Entered more than three days after it happened.</source>
<translation>Cofnodwyd fwy na thridiau ar ôl iddo ddigwydd.</translation>
</message>
<message>
<source>Entered: {n}</source>
<translation>Wedi’u cofnodi: {n}</translation>
</message>
<message>
<source>Entries</source>
<translation>Cofnodion</translation>
</message>
<message>
<source>Entries of the record: {n}.</source>
<translation>Cofnodion yn y cofnod: {n}.</translation>
</message>
<message>
<source>Erase it now</source>
<translation>Dileu’n derfynol</translation>
</message>
<message>
<source>Erase it…</source>
<translation>Dileu’n derfynol…</translation>
</message>
<message>
<source>Erase the copy in this vault…</source>
<translation>Dileu’r copi yn y gladdgell hon yn derfynol…</translation>
</message>
<message>
<source>Erase this case</source>
<translation>Dileu’r achos hwn</translation>
</message>
<message>
<source>Erased</source>
<translation>Dilëwyd</translation>
</message>
<message>
<source>Erased on {day}.</source>
<translation>Dilëwyd ar {day}.</translation>
</message>
<message>
<source>Erasing</source>
<translation>Dileu’n derfynol</translation>
</message>
<message>
<source>Erasing a case</source>
<translation>Dileu’n derfynol</translation>
</message>
<message>
<source>Erasing a case takes a second person, and that is a supervisor other than whoever proposes it.</source>
<translation>Mae dileu achos yn derfynol yn gofyn am ail berson, sef goruchwyliwr heblaw’r person sy’n ei gynnig.</translation>
</message>
<message>
<source>Erasing a case takes two people. What each of them signed, and the receipt, stay here for ever.</source>
<translation>Mae angen dau berson i ddileu achos yn derfynol. Mae’r hyn a lofnododd pob un, a’r dderbynneb, yn aros yma am byth.</translation>
</message>
<message>
<source>Erasing and receipts</source>
<translation>Dileu a derbynebau</translation>
</message>
<message>
<source>Erasing is under way</source>
<translation>Wrthi’n dileu’n derfynol</translation>
</message>
<message>
<source>Escape</source>
<translation>Escape</translation>
</message>
<message>
<source>Escape covers the page at once and shows nothing else. When the screen is turned back to you, Ctrl+Enter leads back here; without a keyboard, hold the small ring in the corner for a second. Ctrl+L locks at any time.</source>
<translation>Mae Escape yn gorchuddio’r dudalen ar unwaith heb ddangos dim byd arall. Pan fydd y sgrin wedi’i throi’n ôl atoch chi, mae Ctrl+Enter yn dod â chi’n ôl yma; heb fysellfwrdd, daliwch y cylch bach yn y gornel am eiliad. Mae Ctrl+L yn cloi unrhyw bryd.</translation>
</message>
<message>
<source>Events</source>
<translation>Digwyddiadau</translation>
</message>
<message>
<source>Events by day</source>
<translation>Digwyddiadau fesul dydd</translation>
</message>
<message>
<source>Events: {n}, none with a day.</source>
<translation>Digwyddiadau: {n}, dim un â diwrnod.</translation>
</message>
<message>
<source>Events: {n}, the newest of {day}. Ctrl+Shift+E adds one from any page.</source>
<translation>Digwyddiadau: {n}, y diweddaraf ar {day}. Mae Ctrl+Shift+E yn ychwanegu un o unrhyw dudalen.</translation>
</message>
<message>
<source>Every adult with care or contact, and every older child, stands here beside every child: what contact there is, what protects, who makes sure of it and until when. It says what protects; it says nothing about guilt. List the adults and the other children first.</source>
<translation>Mae pob oedolyn sydd â gofal neu gyswllt, a phob plentyn hŷn, yma wrth ymyl pob plentyn: pa gyswllt sydd, beth sy’n amddiffyn, pwy sy’n gwneud yn siŵr ohono a than pryd. Mae’n dweud beth sy’n amddiffyn; nid yw’n dweud dim am euogrwydd. Rhestrwch yr oedolion a’r plant eraill yn gyntaf.</translation>
</message>
<message>
<source>Every case, closed ones too</source>
<translation>Pob achos, rhai wedi’u cau hefyd</translation>
</message>
<message>
<source>Every change is listed here with its reason.</source>
<translation>Mae pob newid wedi’i restru yma gyda’i reswm.</translation>
</message>
<message>
<source>Every change, every opening, view of restricted answers, export and refused unlocking stands here, written by the vault itself. Reading and exporting the audit stand in it, too.</source>
<translation>Mae pob newid, pob agor, pob golwg ar atebion cyfyngedig, pob allforio a phob datgloi a wrthodwyd yma, wedi’u hysgrifennu gan y gladdgell ei hun. Mae darllen ac allforio’r archwiliad ynddo hefyd.</translation>
</message>
<message>
<source>Every open case</source>
<translation>Pob achos agored</translation>
</message>
<message>
<source>Every option that is added is listed here with its reason.</source>
<translation>Mae pob opsiwn a ychwanegir wedi’i restru yma gyda’i reswm.</translation>
</message>
<message>
<source>Every pair has been asked about, and what contact there is has protection.</source>
<translation>Gofynnwyd am bob pâr, ac mae amddiffyniad lle mae cyswllt.</translation>
</message>
<message>
<source>Every rule could be judged.</source>
<translation>Roedd modd barnu pob rheol.</translation>
</message>
<message>
<source>Every topic</source>
<translation>Pob pwnc</translation>
</message>
<message>
<source>Everybody who belongs to this child or is around them is entered once, by role or initials, and is then drawn here with what is recorded of them: who lives together, whose child somebody is, what contact there is. What nobody recorded is drawn as not recorded.</source>
<translation>Cofnodir pawb sy’n perthyn i’r plentyn hwn neu sydd o’i gwmpas unwaith, yn ôl rôl neu lythrennau cyntaf, ac yna fe’u dangosir yma gyda’r hyn a gofnodwyd amdanynt: pwy sy’n byw gyda’i gilydd, plentyn pwy yw rhywun, pa gyswllt sydd. Dangosir yr hyn na chofnododd neb fel heb ei gofnodi.</translation>
</message>
<message>
<source>Everything else works. Install Assess again from its original source.</source>
<translation>Mae popeth arall yn gweithio. Gosodwch Assess eto o’i ffynhonnell wreiddiol.</translation>
</message>
<message>
<source>Everything else works; your words are kept.</source>
<translation>Mae popeth arall yn gweithio; mae eich geiriau wedi’u cadw.</translation>
</message>
<message>
<source>Everything in it can be read; nothing is written in it, and its clocks stand still since that day.</source>
<translation>Gellir darllen popeth ynddo; ni ysgrifennir dim ynddo, ac mae ei glociau wedi stopio ers y diwrnod hwnnw.</translation>
</message>
<message>
<source>Everything is asked</source>
<translation>Gofynnir popeth</translation>
</message>
<message>
<source>Everything is saved as you write</source>
<translation>Mae popeth yn cael ei gadw wrth i chi ysgrifennu</translation>
</message>
<message>
<source>Everything that this vault holds of the case goes: statements with their history, typing, signed documents, packages, what was set aside. It cannot be brought back from this vault.</source>
<translation>Mae popeth sydd gan y gladdgell hon am yr achos yn mynd: datganiadau gyda’u hanes, yr hyn a deipiwyd, dogfennau wedi’u llofnodi, pecynnau, yr hyn a roddwyd o’r neilltu. Ni ellir dod ag ef yn ôl o’r gladdgell hon.</translation>
</message>
<message>
<source>Everything that was asked for has its answer, or nothing was asked for.</source>
<translation>Mae ateb i bopeth y gofynnwyd amdano, neu ni ofynnwyd am ddim.</translation>
</message>
<message>
<source>Everything: {n}</source>
<translation>Popeth: {n}</translation>
</message>
<message>
<source>Evidence</source>
<translation>Tystiolaeth</translation>
</message>
<message>
<source>Evidence for this answer</source>
<translation>Tystiolaeth ar gyfer yr ateb hwn</translation>
</message>
<message>
<source>Evidence for this answer (Ctrl+E)</source>
<translation>Tystiolaeth ar gyfer yr ateb hwn (Ctrl+E)</translation>
</message>
<message>
<source>Evidence for: {question}</source>
<translation>Tystiolaeth ar gyfer: {question}</translation>
</message>
<message>
<source>Evidence for: {title}</source>
<translation>Tystiolaeth ar gyfer: {title}</translation>
</message>
<message>
<source>Evidence from the visit note of {day}: {words}</source>
<translation>Tystiolaeth o’r nodyn ymweliad dyddiedig {day}: {words}</translation>
</message>
<message>
<source>Evidence is needed…</source>
<translation>Mae angen tystiolaeth…</translation>
</message>
<message>
<source>Evidence items</source>
<translation>Eitemau o dystiolaeth</translation>
</message>
<message>
<source>Evidence then: {n}.</source>
<translation>Tystiolaeth bryd hynny: {n}.</translation>
</message>
<message>
<source>Evidence: this child’s exact words from the visit note of {day}: {words}</source>
<translation>Tystiolaeth: union eiriau’r plentyn hwn o’r nodyn ymweliad dyddiedig {day}: {words}</translation>
</message>
<message>
<source>Evidence: {n}</source>
<translation>Tystiolaeth: {n}</translation>
</message>
<message>
<source>Evidence…</source>
<translation>Tystiolaeth…</translation>
</message>
<message>
<source>Exact words</source>
<translation>Union eiriau</translation>
</message>
<message>
<source>Exact words, at once</source>
<translation>Yr union eiriau, ar unwaith</translation>
</message>
<message>
<source>Exactly as said. It is answered, and it changes nothing about what they may ask for.</source>
<translation>Yn union fel y’i dywedwyd. Rhoddir ateb iddo, ac nid yw’n newid dim am yr hyn y cânt ofyn amdano.</translation>
</message>
<message>
<source>Exactly the words, in this child’s own language if you can. Nothing here asks you to ask. Every key is kept; sealing makes a row of this child’s words and an evidence item with the same words.</source>
<translation>Yr union eiriau, yn iaith y plentyn hwn ei hun os gallwch. Nid oes dim yma’n gofyn i chi holi. Cedwir pob trawiad bysell; mae selio’n gwneud rhes o eiriau’r plentyn hwn ac eitem o dystiolaeth â’r un geiriau.</translation>
</message>
<message>
<source>Exactly the words. Every key is kept in this vault.</source>
<translation>Yr union eiriau. Cedwir pob trawiad bysell yn y gladdgell hon.</translation>
</message>
<message>
<source>Explain</source>
<translation>Egluro</translation>
</message>
<message>
<source>Explained in the same words: {n}</source>
<translation>Eglurwyd yn yr un geiriau: {n}</translation>
</message>
<message>
<source>Explained, with evidence: {n}</source>
<translation>Eglurwyd, gyda thystiolaeth: {n}</translation>
</message>
<message>
<source>Explanation</source>
<translation>Esboniad</translation>
</message>
<message>
<source>Explanations to accept or refuse, one by one</source>
<translation>Eglurhadau i’w derbyn neu eu gwrthod, fesul un</translation>
</message>
<message>
<source>Export</source>
<translation>Allforio</translation>
</message>
<message>
<source>Export a document</source>
<translation>Allforio dogfen</translation>
</message>
<message>
<source>Export as JSON…</source>
<translation>Allforio fel JSON…</translation>
</message>
<message>
<source>Export as a table…</source>
<translation>Allforio fel tabl…</translation>
</message>
<message>
<source>Export everything first…</source>
<translation>Allforio popeth yn gyntaf…</translation>
</message>
<message>
<source>Export everything held about this case…</source>
<translation>Allforio popeth a gedwir am yr achos hwn…</translation>
</message>
<message>
<source>Export it as FHIR.</source>
<translation>Allforiwch ef fel FHIR.</translation>
</message>
<message>
<source>Export the form again where it comes from.</source>
<translation>Allforiwch y ffurflen eto o’r lle y daw.</translation>
</message>
<message>
<source>Export the receipt…</source>
<translation>Allforio’r dderbynneb…</translation>
</message>
<message>
<source>Export: {title}</source>
<translation>Allforio: {title}</translation>
</message>
<message>
<source>Exported. The copy is no longer protected by this vault.</source>
<translation>Allforiwyd. Nid yw’r gladdgell hon yn diogelu’r copi mwyach.</translation>
</message>
<message>
<source>Exported. The vault keeps who receives it and why.</source>
<translation>Allforiwyd. Mae’r gladdgell yn cadw pwy sy’n ei derbyn a pham.</translation>
</message>
<message>
<source>Exported: the pages, and a JSON file for programs beside them.</source>
<translation>Allforiwyd: y tudalennau, a ffeil JSON i raglenni wrth eu hymyl.</translation>
</message>
<message>
<source>Exporting</source>
<translation>Wrthi’n allforio</translation>
</message>
<message>
<source>Export…</source>
<translation>Allforio…</translation>
</message>
<message>
<source>Faces instead</source>
<translation>Wynebau yn lle hynny</translation>
</message>
<message>
<source>Family</source>
<translation>Teulu</translation>
</message>
<message>
<source>Family and network</source>
<translation>Teulu a rhwydwaith</translation>
</message>
<message>
<source>Family and network map</source>
<translation>Map teulu a rhwydwaith</translation>
</message>
<message>
<source>Far too easy to guess</source>
<translation>Rhy hawdd o lawer ei ddyfalu</translation>
</message>
<message>
<source>Female</source>
<translation>Benyw</translation>
</message>
<message>
<source>Fewer than two explanations are considered. Another one keeps the first idea honest.</source>
<translation>Ystyrir llai na dau esboniad. Mae un arall yn cadw’r syniad cyntaf yn onest.</translation>
</message>
<message>
<source>Fewer than two explanations were considered.</source>
<translation>Ystyriwyd llai na dau esboniad.</translation>
</message>
<message>
<source>File again…</source>
<translation>Ffeilio eto…</translation>
</message>
<message>
<source>File it</source>
<translation>Ffeilio</translation>
</message>
<message>
<source>File it as evidence, where it waits, or ask more first.</source>
<translation>Ffeiliwch ef fel tystiolaeth, lle mae’n aros, neu gofynnwch fwy yn gyntaf.</translation>
</message>
<message>
<source>File it in the other way.</source>
<translation>Ffeiliwch ef yn y ffordd arall.</translation>
</message>
<message>
<source>File paragraph {n}: {words}</source>
<translation>Ffeilio paragraff {n}: {words}</translation>
</message>
<message>
<source>File this paragraph</source>
<translation>Ffeilio’r paragraff hwn</translation>
</message>
<message>
<source>Filed. The question and this page show where. Ctrl+Z takes it back.</source>
<translation>Wedi’i ffeilio. Mae’r cwestiwn a’r dudalen hon yn dangos ble. Mae Ctrl+Z yn ei dynnu’n ôl.</translation>
</message>
<message>
<source>File…</source>
<translation>Ffeilio…</translation>
</message>
<message>
<source>Fill in from a file…</source>
<translation>Llenwi o ffeil…</translation>
</message>
<message>
<source>Find a case</source>
<translation>Dod o hyd i achos</translation>
</message>
<message>
<source>Find a case by reference, name or state</source>
<translation>Dod o hyd i achos yn ôl cyfeirnod, enw neu gyflwr</translation>
</message>
<message>
<source>Find anything</source>
<translation>Chwilio popeth</translation>
</message>
<message>
<source>Find anything…</source>
<translation>Chwilio popeth…</translation>
</message>
<message>
<source>Find the newer copy, or have a second person explain what happened.</source>
<translation>Dewch o hyd i’r copi mwy newydd, neu gofynnwch i ail berson egluro beth ddigwyddodd.</translation>
</message>
<message>
<source>Find the newer copy, or open it in the app, where a second person explains what happened.</source>
<translation>Dewch o hyd i’r copi mwy newydd, neu agorwch hi yn yr ap, lle mae ail berson yn egluro beth ddigwyddodd.</translation>
</message>
<message>
<source>Finish</source>
<translation>Gorffen</translation>
</message>
<message>
<source>First comes a new recovery key, which you write down and type back. Then the vault is encrypted again and checked, and it locks: unlock it with the same passphrase. If the computer stops on the way, nothing is lost: the vault opens with the old key or the new.</source>
<translation>Yn gyntaf daw allwedd adfer newydd, i chi ei hysgrifennu a’i theipio’n ôl. Yna mae’r gladdgell yn cael ei hamgryptio eto a’i gwirio, ac mae’n cloi: datglowch hi â’r un cyfrinymadrodd. Os bydd y cyfrifiadur yn stopio ar y ffordd, ni chollir dim: mae’r gladdgell yn agor â’r hen allwedd neu’r un newydd.</translation>
</message>
<message>
<source>First decision</source>
<translation>Penderfyniad cyntaf</translation>
</message>
<message>
<source>First: {message}</source>
<translation>Cyntaf: {message}</translation>
</message>
<message>
<source>Fit the width</source>
<translation>Ffitio’r lled</translation>
</message>
<message>
<source>Five random words are best. A long sentence of your own will do.</source>
<translation>Pum gair ar hap sydd orau. Bydd brawddeg hir o’ch eiddo’ch hun yn gwneud y tro.</translation>
</message>
<message>
<source>Fix</source>
<translation>Cywiro</translation>
</message>
<message>
<source>Folder of the vault</source>
<translation>Ffolder y gladdgell</translation>
</message>
<message>
<source>Follow the newer guidance</source>
<translation>Dilyn y canllawiau mwy newydd</translation>
</message>
<message>
<source>For a duty social worker or the police: all that they need to act.</source>
<translation>I weithiwr cymdeithasol ar ddyletswydd neu’r heddlu: popeth sydd ei angen arnynt i weithredu.</translation>
</message>
<message>
<source>For and against</source>
<translation>O blaid ac yn erbyn</translation>
</message>
<message>
<source>For ever</source>
<translation>Am byth</translation>
</message>
<message>
<source>For example 14 Apr 2026</source>
<translation>Er enghraifft 14 Ebr 2026</translation>
</message>
<message>
<source>For example 14 Apr 2026 15:30</source>
<translation>Er enghraifft 14 Ebr 2026 15:30</translation>
</message>
<message>
<source>For example 14:05</source>
<translation>Er enghraifft 14:05</translation>
</message>
<message>
<source>For example: the laptop was replaced and a backup put back.</source>
<translation>Er enghraifft: cafwyd gliniadur newydd ac adferwyd copi wrth gefn.</translation>
</message>
<message>
<source>For the adult: back</source>
<translation>I’r oedolyn: yn ôl</translation>
</message>
<message>
<source>For the adults and agencies that keep to it, place by place.</source>
<translation>I’r oedolion a’r asiantaethau sy’n cadw ato, fesul man.</translation>
</message>
<message>
<source>For your other laptop</source>
<translation>I’ch gliniadur arall</translation>
</message>
<message>
<source>Form</source>
<translation>Ffurflen</translation>
</message>
<message>
<source>Form version {version}.</source>
<translation>Fersiwn y ffurflen: {version}.</translation>
</message>
<message>
<source>Forms</source>
<translation>Ffurflenni</translation>
</message>
<message>
<source>Forms (*.json *.xlsx *.yaml *.yml)</source>
<translation>Ffurflenni (*.json *.xlsx *.yaml *.yml)</translation>
</message>
<message>
<source>Formulation</source>
<translation>Fformiwleiddiad</translation>
</message>
<message>
<source>Forward</source>
<translation>Ymlaen</translation>
</message>
<message>
<source>Found</source>
<translation>Canlyniadau</translation>
</message>
<message>
<source>Free some space and try again.</source>
<translation>Rhyddhewch ychydig o le a cheisiwch eto.</translation>
</message>
<message>
<source>Free some space and try again; everything saved before is safe.</source>
<translation>Rhyddhewch ychydig o le a cheisiwch eto; mae popeth a gadwyd o’r blaen yn ddiogel.</translation>
</message>
<message>
<source>Free some space and try again; nothing was changed.</source>
<translation>Rhyddhewch ychydig o le a cheisiwch eto; ni newidiwyd dim.</translation>
</message>
<message>
<source>Free some space soon; the line at the bottom says whether your words are saved.</source>
<translation>Rhyddhewch ychydig o le yn fuan; mae’r llinell ar y gwaelod yn dweud a yw eich geiriau wedi’u cadw.</translation>
</message>
<message>
<source>Free some space, or choose another place for it; nothing was changed.</source>
<translation>Rhyddhewch ychydig o le, neu dewiswch fan arall ar ei gyfer; ni newidiwyd dim.</translation>
</message>
<message>
<source>From</source>
<translation>O</translation>
</message>
<message>
<source>From any page: Ctrl+Shift+E</source>
<translation>O unrhyw dudalen: Ctrl+Shift+E</translation>
</message>
<message>
<source>From form</source>
<translation>O ffurflen</translation>
</message>
<message>
<source>From form {before} to {after}</source>
<translation>O ffurflen {before} i {after}</translation>
</message>
<message>
<source>From harm and need to action</source>
<translation>O niwed ac angen i gam gweithredu</translation>
</message>
<message>
<source>From left to right: {steps}.</source>
<translation>O’r chwith i’r dde: {steps}.</translation>
</message>
<message>
<source>From the first day</source>
<translation>O’r diwrnod cyntaf</translation>
</message>
<message>
<source>From the visit note of {day}, ready as evidence once there is an answer to tick it for: {words}</source>
<translation>O’r nodyn ymweliad dyddiedig {day}, yn barod fel tystiolaeth pan fydd ateb i’w dicio ar ei gyfer: {words}</translation>
</message>
<message>
<source>From what is known, over a need or harm and how we understand it, to what is done and gets better.</source>
<translation>O’r hyn sy’n hysbys, drwy angen neu niwed a sut rydym yn ei ddeall, i’r hyn a wneir ac sy’n gwella.</translation>
</message>
<message>
<source>Function of the behaviour</source>
<translation>Swyddogaeth yr ymddygiad</translation>
</message>
<message>
<source>Gap</source>
<translation>Bwlch</translation>
</message>
<message>
<source>Generation not recorded</source>
<translation>Cenhedlaeth heb ei chofnodi</translation>
</message>
<message>
<source>Genuine: signed by everybody who must sign, and unchanged since.</source>
<translation>Dilys: llofnodwyd gan bawb y mae’n rhaid iddynt lofnodi, a heb newid ers hynny.</translation>
</message>
<message>
<source>Genuine: signed by whoever erased the case, and unchanged since.</source>
<translation>Dilys: llofnodwyd gan bwy bynnag a ddileodd yr achos, a heb newid ers hynny.</translation>
</message>
<message>
<source>Give it another name where it comes from, then import it again.</source>
<translation>Rhowch enw arall iddi yn y lle y daw ohono, yna mewnforiwch hi eto.</translation>
</message>
<message>
<source>Give it another version where it comes from, then import it again.</source>
<translation>Rhowch fersiwn arall iddi yn y lle y daw ohono, yna mewnforiwch hi eto.</translation>
</message>
<message>
<source>Give it to whoever you work with. It holds your name, role and public keys, and nothing about a child.</source>
<translation>Rhowch ef i bawb yr ydych yn gweithio gyda nhw. Mae’n cynnwys eich enw, eich rôl a’ch allweddi cyhoeddus, a dim am blentyn.</translation>
</message>
<message>
<source>Go back to the caseload and open it from there.</source>
<translation>Ewch yn ôl i’r llwyth achosion ac agorwch ef oddi yno.</translation>
</message>
<message>
<source>Go back to the caseload.</source>
<translation>Ewch yn ôl i’r llwyth achosion.</translation>
</message>
<message>
<source>Go into a text first; from there F7 leads to words that are in no dictionary.</source>
<translation>Ewch i mewn i destun yn gyntaf; oddi yno mae F7 yn arwain at eiriau nad ydynt mewn unrhyw eiriadur.</translation>
</message>
<message>
<source>Go on</source>
<translation>Ymlaen</translation>
</message>
<message>
<source>Go on where you stopped</source>
<translation>Mynd ymlaen o’r un lle</translation>
</message>
<message>
<source>Go on with that assessment.</source>
<translation>Ewch ymlaen â’r asesiad hwnnw.</translation>
</message>
<message>
<source>Go on with the form that it has.</source>
<translation>Parhewch â’r ffurflen sydd ganddo.</translation>
</message>
<message>
<source>Go on with the form that the assessment was started with.</source>
<translation>Parhewch â’r ffurflen y dechreuwyd yr asesiad â hi.</translation>
</message>
<message>
<source>Go on with the questions as they are.</source>
<translation>Parhewch â’r cwestiynau fel y maent.</translation>
</message>
<message>
<source>Go on working in it.</source>
<translation>Parhewch i weithio ynddo.</translation>
</message>
<message>
<source>Go on writing, then check and submit</source>
<translation>Dal ati i ysgrifennu, yna gwirio a chyflwyno</translation>
</message>
<message>
<source>Go there</source>
<translation>Ewch yno</translation>
</message>
<message>
<source>Go to a question first, then its history can be shown.</source>
<translation>Ewch at gwestiwn yn gyntaf, yna gellir dangos ei hanes.</translation>
</message>
<message>
<source>Go to a question first.</source>
<translation>Ewch at gwestiwn yn gyntaf.</translation>
</message>
<message>
<source>Go to backups</source>
<translation>Mynd i’r copïau</translation>
</message>
<message>
<source>Go to its questions</source>
<translation>Mynd i’w gwestiynau</translation>
</message>
<message>
<source>Go to its receipt</source>
<translation>Mynd i’r dderbynneb</translation>
</message>
<message>
<source>Go to keys</source>
<translation>Mynd i’r allweddi</translation>
</message>
<message>
<source>Go to the adults</source>
<translation>Mynd i’r oedolion</translation>
</message>
<message>
<source>Go to the assessment</source>
<translation>Mynd i’r asesiad</translation>
</message>
<message>
<source>Go to the case</source>
<translation>Mynd i’r achos</translation>
</message>
<message>
<source>Go to the golden thread</source>
<translation>Mynd i’r edefyn aur</translation>
</message>
<message>
<source>Go to the list of events</source>
<translation>Mynd i’r rhestr o ddigwyddiadau</translation>
</message>
<message>
<source>Go to the other children</source>
<translation>Mynd i’r plant eraill</translation>
</message>
<message>
<source>Go to the window that has it open, or close that one first.</source>
<translation>Ewch i’r ffenestr lle mae ar agor, neu caewch honno yn gyntaf.</translation>
</message>
<message>
<source>Go to the words to look for</source>
<translation>Mynd i’r geiriau i chwilio amdanynt</translation>
</message>
<message>
<source>Go to this question</source>
<translation>Mynd i’r cwestiwn hwn</translation>
</message>
<message>
<source>Go to unlock</source>
<translation>Mynd i ddatgloi</translation>
</message>
<message>
<source>Go to {section}</source>
<translation>Mynd i: {section}</translation>
</message>
<message>
<source>Goes back to the author with your comments. A few sentences are enough.</source>
<translation>Yn mynd yn ôl at yr awdur gyda’ch sylwadau. Mae ychydig frawddegau’n ddigon.</translation>
</message>
<message>
<source>Goes to the first of them in the grid.</source>
<translation>Yn mynd i’r cyntaf ohonynt yn y grid.</translation>
</message>
<message>
<source>Gone through together</source>
<translation>Trafodwyd gyda’i gilydd</translation>
</message>
<message>
<source>Gone through with the carers</source>
<translation>Trafodwyd â’r gofalwyr</translation>
</message>
<message>
<source>Gone through with this child</source>
<translation>Trafodwyd â’r plentyn hwn</translation>
</message>
<message>
<source>Gone through; would rather not say</source>
<translation>Trafodwyd; gwell ganddynt beidio â dweud</translation>
</message>
<message>
<source>Good</source>
<translation>Da</translation>
</message>
<message>
<source>Good things that stay</source>
<translation>Pethau da sy’n aros</translation>
</message>
<message>
<source>Grandparents’ generation</source>
<translation>Cenhedlaeth y neiniau a’r teidiau</translation>
</message>
<message>
<source>Guidance</source>
<translation>Canllawiau</translation>
</message>
<message>
<source>Guidance beside the questions</source>
<translation>Canllawiau wrth ymyl y cwestiynau</translation>
</message>
<message>
<source>Hand over the package; wait for the decision</source>
<translation>Trosglwyddo’r pecyn; aros am y penderfyniad</translation>
</message>
<message>
<source>Happened to this child</source>
<translation>Digwyddodd i’r plentyn hwn</translation>
</message>
<message>
<source>Hard</source>
<translation>Anodd</translation>
</message>
<message>
<source>Harm</source>
<translation>Niwed</translation>
</message>
<message>
<source>Harm is more likely: {words}</source>
<translation>Mae niwed yn fwy tebygol: {words}</translation>
</message>
<message>
<source>Harm or need without an action: {n}.</source>
<translation>Niwed neu angen heb gam gweithredu: {n}.</translation>
</message>
<message>
<source>Harm to this child</source>
<translation>Niwed i’r plentyn hwn</translation>
</message>
<message>
<source>Harm without support: {what}</source>
<translation>Niwed heb gymorth: {what}</translation>
</message>
<message>
<source>Harm: {what}</source>
<translation>Niwed: {what}</translation>
</message>
<message>
<source>Have a mark drawn, or say who else was there when it was said.</source>
<translation>Gofynnwch am farc, neu dywedwch pwy arall oedd yno pan gafodd ei ddweud.</translation>
</message>
<message>
<source>Have it lifted by somebody with the role of whoever set it, or say which order or request goes before it.</source>
<translation>Gofynnwch i rywun â’r un rôl â’r person a’i rhoddodd ei chodi, neu dywedwch pa orchymyn neu gais sy’n cael blaenoriaeth arni.</translation>
</message>
<message>
<source>Have it made again.</source>
<translation>Gofynnwch am ei wneud eto.</translation>
</message>
<message>
<source>Have the vault checked before anything is erased: hsb-assess vault check.</source>
<translation>Trefnwch wirio’r gladdgell cyn dileu dim yn derfynol: hsb-assess vault check.</translation>
</message>
<message>
<source>He&amp;lp</source>
<translation>C&amp;ymorth</translation>
</message>
<message>
<source>Held since {day} by {who}: {why}</source>
<translation>Gafael ers {day} gan {who}: {why}</translation>
</message>
<message>
<source>Held {when}: {who}</source>
<translation>Cynhaliwyd {when}: {who}</translation>
</message>
<message>
<source>Help</source>
<translation>Cymorth</translation>
</message>
<message>
<source>Help is not wanted now</source>
<translation>Nid oes eisiau cymorth nawr</translation>
</message>
<message>
<source>Help on this page</source>
<translation>Cymorth ar y dudalen hon</translation>
</message>
<message>
<source>High contrast</source>
<translation>Cyferbyniad uchel</translation>
</message>
<message>
<source>High contrast suits low vision and bright rooms.</source>
<translation>Mae cyferbyniad uchel yn addas i olwg gwan ac ystafelloedd llachar.</translation>
</message>
<message>
<source>History of a question</source>
<translation>Hanes cwestiwn</translation>
</message>
<message>
<source>History of this question</source>
<translation>Hanes y cwestiwn hwn</translation>
</message>
<message>
<source>Hold it for a second.</source>
<translation>Daliwch ef am eiliad.</translation>
</message>
<message>
<source>Hold this case</source>
<translation>Dal gafael ar yr achos</translation>
</message>
<message>
<source>Home not recorded</source>
<translation>Cartref heb ei gofnodi</translation>
</message>
<message>
<source>Home, school, another place, or by video.</source>
<translation>Cartref, ysgol, man arall, neu drwy fideo.</translation>
</message>
<message>
<source>How</source>
<translation>Sut</translation>
</message>
<message>
<source>How are most of your days?</source>
<translation>Sut mae’r rhan fwyaf o dy ddyddiau di?</translation>
</message>
<message>
<source>How are you reached tonight? (optional)</source>
<translation>Sut mae cael gafael arnoch heno? (dewisol)</translation>
</message>
<message>
<source>How did these words come?</source>
<translation>Sut y daeth y geiriau hyn?</translation>
</message>
<message>
<source>How does it end?</source>
<translation>Sut mae’n dod i ben?</translation>
</message>
<message>
<source>How everybody stays safe in each place, with as little taken away from this child as can be.</source>
<translation>Sut mae pawb yn cadw’n ddiogel ym mhob man, gan dynnu cyn lleied â phosibl oddi ar y plentyn hwn.</translation>
</message>
<message>
<source>How large are the words?</source>
<translation>Pa mor fawr yw’r geiriau?</translation>
</message>
<message>
<source>How long files are kept</source>
<translation>Am ba hyd y cedwir ffeiliau</translation>
</message>
<message>
<source>How long it is kept</source>
<translation>Am ba hyd y’i cedwir</translation>
</message>
<message>
<source>How many last at the same time</source>
<translation>Faint sy’n para ar yr un pryd</translation>
</message>
<message>
<source>How much is asked</source>
<translation>Faint a ofynnir</translation>
</message>
<message>
<source>How much is asked follows the concern. Moving up keeps every answer; where a new question comes near to one that is answered, that answer stands with it. Moving down takes a manager's reason, which is printed; what is no longer asked is kept.</source>
<translation>Mae faint a ofynnir yn dilyn y pryder. Mae symud i fyny yn cadw pob ateb; lle mae cwestiwn newydd yn dod yn agos at un sydd wedi’i ateb, mae’r ateb hwnnw i’w weld gydag ef. Mae symud i lawr yn gofyn am reswm rheolwr, a gaiff ei argraffu; cedwir yr hyn na ofynnir amdano mwyach.</translation>
</message>
<message>
<source>How much is asked then?</source>
<translation>Faint a ofynnir wedyn?</translation>
</message>
<message>
<source>How much is asked…</source>
<translation>Faint a ofynnir…</translation>
</message>
<message>
<source>How should it be filed?</source>
<translation>Sut y dylid ei ffeilio?</translation>
</message>
<message>
<source>How sure we are</source>
<translation>Pa mor sicr ydym</translation>
</message>
<message>
<source>How these words came is still to be written down.</source>
<translation>Mae sut y daeth y geiriau hyn eto i’w gofnodi.</translation>
</message>
<message>
<source>How they know</source>
<translation>Sut maent yn gwybod</translation>
</message>
<message>
<source>How to stop</source>
<translation>Sut i stopio</translation>
</message>
<message>
<source>How was this child seen?</source>
<translation>Sut y gwelwyd y plentyn hwn?</translation>
</message>
<message>
<source>How we understand it</source>
<translation>Sut rydym yn ei ddeall</translation>
</message>
<message>
<source>I agree</source>
<translation>Rydw i’n cytuno</translation>
</message>
<message>
<source>I am typing</source>
<translation>Fi sy’n teipio</translation>
</message>
<message>
<source>I do not agree</source>
<translation>Dydw i ddim yn cytuno</translation>
</message>
<message>
<source>I do not want to say</source>
<translation>Dydw i ddim eisiau dweud</translation>
</message>
<message>
<source>I do, word for word</source>
<translation>Fi, air am air</translation>
</message>
<message>
<source>I have it on paper</source>
<translation>Mae hi gen i ar bapur</translation>
</message>
<message>
<source>If it has to be kept here again, take it in anew and say why.</source>
<translation>Os oes rhaid ei gadw yma eto, derbyniwch ef o’r newydd a dywedwch pam.</translation>
</message>
<message>
<source>If the computer slept, the vault locks when it wakes.</source>
<translation>Os bu’r cyfrifiadur yn cysgu, mae’r gladdgell yn cloi pan fydd yn deffro.</translation>
</message>
<message>
<source>If this child begins to tell</source>
<translation>Os bydd y plentyn hwn yn dechrau dweud</translation>
</message>
<message>
<source>If you forget the passphrase, nothing else opens it. Make a new key under Settings, Keys.</source>
<translation>Os anghofiwch y cyfrinymadrodd, nid oes dim arall yn ei hagor. Gwnewch allwedd newydd o dan Gosodiadau, Allweddi.</translation>
</message>
<message>
<source>If you forget your passphrase, only this key opens your vault. It is shown here until you have typed it back, and never again. Write it down or print it, seal it in an envelope, and keep it away from this computer.</source>
<translation>Os anghofiwch eich cyfrinymadrodd, dim ond yr allwedd hon sy’n agor eich claddgell. Fe’i dangosir yma nes i chi ei theipio’n ôl, a byth wedyn. Ysgrifennwch hi neu ei hargraffu, seliwch hi mewn amlen, a’i chadw i ffwrdd o’r cyfrifiadur hwn.</translation>
</message>
<message>
<source>If you make a new recovery key, destroy this sheet. Nobody needs it from you: whoever asks for it is not helping you.</source>
<translation>Os gwnewch allwedd adfer newydd, dinistriwch y ddalen hon. Nid oes angen i neb ei chael gennych: nid eich helpu chi y mae pwy bynnag sy’n gofyn amdani.</translation>
</message>
<message>
<source>If you work on two laptops, each has a vault of its own: the same person and signature, and cases that you send from one to the other. Do not copy this vault's folder or put a backup back there for that: two copies of one vault lose sight of each other's work.</source>
<translation>Os ydych yn gweithio ar ddau liniadur, mae gan bob un ei gladdgell ei hun: yr un person a llofnod, ac achosion yr ydych yn eu hanfon o un i’r llall. Peidiwch â chopïo ffolder y gladdgell hon nac adfer copi wrth gefn yno at y diben hwnnw: mae dau gopi o un gladdgell yn colli golwg ar waith ei gilydd.</translation>
</message>
<message>
<source>Ignore here</source>
<translation>Anwybyddu yma</translation>
</message>
<message>
<source>Import a card</source>
<translation>Mewnforio cerdyn</translation>
</message>
<message>
<source>Import a configuration</source>
<translation>Mewnforio ffurfweddiad</translation>
</message>
<message>
<source>Import a form</source>
<translation>Mewnforio ffurflen</translation>
</message>
<message>
<source>Import a newer configuration</source>
<translation>Mewnforio ffurfweddiad mwy newydd</translation>
</message>
<message>
<source>Import a supervisor’s card first.</source>
<translation>Mewnforiwch gerdyn goruchwyliwr yn gyntaf.</translation>
</message>
<message>
<source>Import a supervisor’s card under Settings, People</source>
<translation>Mewnforiwch gerdyn goruchwyliwr o dan Gosodiadau, Pobl</translation>
</message>
<message>
<source>Import it again, then start the assessment.</source>
<translation>Mewnforiwch hi eto, yna dechreuwch yr asesiad.</translation>
</message>
<message>
<source>Import that person's card, compare the eight words, and open the package again.</source>
<translation>Mewnforiwch gerdyn y person hwnnw, cymharwch yr wyth gair, ac agorwch y pecyn eto.</translation>
</message>
<message>
<source>Import the card first.</source>
<translation>Mewnforiwch y cerdyn yn gyntaf.</translation>
</message>
<message>
<source>Import the file first.</source>
<translation>Mewnforiwch y ffeil yn gyntaf.</translation>
</message>
<message>
<source>Import the other person's card.</source>
<translation>Mewnforiwch gerdyn y person arall.</translation>
</message>
<message>
<source>Import the person's card first, then the certificate.</source>
<translation>Mewnforiwch gerdyn y person yn gyntaf, yna’r dystysgrif.</translation>
</message>
<message>
<source>Import their card and compare the eight words with them first.</source>
<translation>Mewnforiwch gerdyn y person a chymharwch yr wyth gair gyda’r person yn gyntaf.</translation>
</message>
<message>
<source>Import their card, compare the eight words with them, and open the package again.</source>
<translation>Mewnforiwch gerdyn y person, cymharwch yr wyth gair gyda’r person, ac agorwch y pecyn eto.</translation>
</message>
<message>
<source>Import your organisation's configuration first, or compare the eight words.</source>
<translation>Mewnforiwch ffurfweddiad eich sefydliad yn gyntaf, neu cymharwch yr wyth gair.</translation>
</message>
<message>
<source>Import your organisation's configuration first.</source>
<translation>Mewnforiwch ffurfweddiad eich sefydliad yn gyntaf.</translation>
</message>
<message>
<source>In a formal interview</source>
<translation>Mewn cyfweliad ffurfiol</translation>
</message>
<message>
<source>In between</source>
<translation>Yn y canol</translation>
</message>
<message>
<source>In force</source>
<translation>Mewn grym</translation>
</message>
<message>
<source>In force here: {figures}.</source>
<translation>Mewn grym yma: {figures}.</translation>
</message>
<message>
<source>In force now</source>
<translation>Mewn grym nawr</translation>
</message>
<message>
<source>In months</source>
<translation>Mewn misoedd</translation>
</message>
<message>
<source>In order so far: the author signed it, and it waits for the supervisor.</source>
<translation>Mewn trefn hyd yma: llofnododd yr awdur hi, ac mae’n aros am y goruchwyliwr.</translation>
</message>
<message>
<source>In person</source>
<translation>Wyneb yn wyneb</translation>
</message>
<message>
<source>In place of what is taken away</source>
<translation>Yn lle’r hyn a gymerir ymaith</translation>
</message>
<message>
<source>In ten minutes this vault locks by itself: it will have been open for {n} hours.</source>
<translation>Ymhen deng munud bydd y gladdgell hon yn cloi ohoni’i hun: bydd wedi bod ar agor am {n} awr.</translation>
</message>
<message>
<source>In the answer to: {question}</source>
<translation>Yn yr ateb i: {question}</translation>
</message>
<message>
<source>In this answer, from the visit note of {day}: {words}</source>
<translation>Yn yr ateb hwn, o’r nodyn ymweliad dyddiedig {day}: {words}</translation>
</message>
<message>
<source>In this answer, this child’s exact words from the visit note of {day}: {words}</source>
<translation>Yn yr ateb hwn, union eiriau’r plentyn hwn o’r nodyn ymweliad dyddiedig {day}: {words}</translation>
</message>
<message>
<source>In this child’s words</source>
<translation>Yng ngeiriau’r plentyn hwn</translation>
</message>
<message>
<source>In this child’s words…</source>
<translation>Yng ngeiriau’r plentyn hwn…</translation>
</message>
<message>
<source>In use since {day}, {how}.</source>
<translation>Ar waith ers {day}, {how}.</translation>
</message>
<message>
<source>In weeks</source>
<translation>Mewn wythnosau</translation>
</message>
<message>
<source>In words</source>
<translation>Mewn geiriau</translation>
</message>
<message>
<source>In {n} rows there is or may be contact and the protection is not complete.</source>
<translation>Nifer y rhesi lle mae cyswllt, neu lle gallai fod, heb amddiffyniad cyflawn: {n}.</translation>
</message>
<message>
<source>Install HSB Assess again; from a checkout, run: hsb-assess forms compile.</source>
<translation>Gosodwch HSB Assess eto; o gopi o’r cod ffynhonnell, rhedwch: hsb-assess forms compile.</translation>
</message>
<message>
<source>Install the app again.</source>
<translation>Gosodwch yr ap eto.</translation>
</message>
<message>
<source>Install the newer version to open it.</source>
<translation>Gosodwch y fersiwn fwy newydd i’w agor.</translation>
</message>
<message>
<source>Install the program again from its original source.</source>
<translation>Gosodwch y rhaglen eto o’i ffynhonnell wreiddiol.</translation>
</message>
<message>
<source>Interim safety plan</source>
<translation>Cynllun diogelwch dros dro</translation>
</message>
<message>
<source>Interview of this child</source>
<translation>Cyfweliad â’r plentyn hwn</translation>
</message>
<message>
<source>Investigation</source>
<translation>Ymchwiliad</translation>
</message>
<message>
<source>Investigation of harm: next chase</source>
<translation>Ymchwiliad i niwed: holi nesaf</translation>
</message>
<message>
<source>Investigation of this child</source>
<translation>Ymchwiliad i’r plentyn hwn</translation>
</message>
<message>
<source>Is everything that has to be kept in the organisation’s own file?</source>
<translation>A yw popeth y mae’n rhaid ei gadw yn ffeil y sefydliad ei hun?</translation>
</message>
<message>
<source>Is something wrong? You can write it here.</source>
<translation>Oes rhywbeth o’i le? Mae lle i’w ysgrifennu yma.</translation>
</message>
<message>
<source>Is there something that people should not know?</source>
<translation>Oes rhywbeth na ddylai pobl ei wybod?</translation>
</message>
<message>
<source>Issued</source>
<translation>Cyhoeddwyd</translation>
</message>
<message>
<source>It asks to be able to open this vault; below you see whether it can.</source>
<translation>Mae’n gofyn am allu agor y gladdgell hon; isod gwelwch a yw’n gallu.</translation>
</message>
<message>
<source>It asks: {words}</source>
<translation>Mae’n gofyn: {words}</translation>
</message>
<message>
<source>It begins with your first key, and every key is kept in this vault.</source>
<translation>Mae’n dechrau gyda’ch trawiad bysell cyntaf, a chedwir pob trawiad yn y gladdgell hon.</translation>
</message>
<message>
<source>It belongs to an entry of a list, and there is none yet. Add one there first, then file this to it.</source>
<translation>Mae’n perthyn i gofnod mewn rhestr, ac nid oes un eto. Ychwanegwch un yno yn gyntaf, yna ffeiliwch hwn iddo.</translation>
</message>
<message>
<source>It calls for evidence, and none is cited</source>
<translation>Mae’n galw am dystiolaeth, ac ni ddyfynnir dim</translation>
</message>
<message>
<source>It can be carried out in this vault.</source>
<translation>Gellir ei wneud yn y gladdgell hon.</translation>
</message>
<message>
<source>It can be read. Nothing is written in it until it is opened again; clocks and ages stand as on that day.</source>
<translation>Gellir ei ddarllen. Ni ysgrifennir dim ynddo nes iddo gael ei agor eto; mae clociau ac oedrannau fel yr oeddent ar y diwrnod hwnnw.</translation>
</message>
<message>
<source>It can be said later.</source>
<translation>Gellir ei ddweud yn nes ymlaen.</translation>
</message>
<message>
<source>It cites no evidence. Open the question and judge from what stands around it.</source>
<translation>Nid yw’n dyfynnu tystiolaeth. Agorwch y cwestiwn a barnwch yn ôl yr hyn sydd o’i amgylch.</translation>
</message>
<message>
<source>It counts as answered once it says who was asked.</source>
<translation>Mae’n cyfrif fel ateb unwaith y dywedir i bwy y gofynnwyd.</translation>
</message>
<message>
<source>It describes behaviour on known days; it is not a level of risk.</source>
<translation>Mae’n disgrifio ymddygiad ar ddyddiau hysbys; nid lefel risg ydyw.</translation>
</message>
<message>
<source>It happened on {when}.</source>
<translation>Digwyddodd ar {when}.</translation>
</message>
<message>
<source>It has a certificate authority of its own for signatures.</source>
<translation>Mae ganddo ei awdurdod tystysgrifau ei hun ar gyfer llofnodion.</translation>
</message>
<message>
<source>It has been explained. You can go on.</source>
<translation>Mae wedi’i egluro. Gallwch barhau.</translation>
</message>
<message>
<source>It holds you, your signature and the people you know; no case yet. Cases go to it as packages, from the page Packages.</source>
<translation>Mae’n cynnwys chi, eich llofnod a’r bobl rydych yn eu hadnabod; dim achos eto. Mae achosion yn mynd iddi fel pecynnau, o’r dudalen Pecynnau.</translation>
</message>
<message>
<source>It is asked only if it applies to this child. Once it is, this paragraph can be filed to it.</source>
<translation>Fe’i gofynnir dim ond os yw’n berthnasol i’r plentyn hwn. Pan gaiff ei ofyn, gellir ffeilio’r paragraff hwn iddo.</translation>
</message>
<message>
<source>It is asked only if it applies to this child. This paragraph waits there as evidence until it is.</source>
<translation>Fe’i gofynnir dim ond os yw’n berthnasol i’r plentyn hwn. Mae’r paragraff hwn yn aros yno fel tystiolaeth tan hynny.</translation>
</message>
<message>
<source>It is not asked yet, and cannot take a paragraph before. “How much is asked…” on the assessment page moves up; nothing is lost by that.</source>
<translation>Nid yw’n cael ei ofyn eto, ac ni all gymryd paragraff cyn hynny. Mae “Faint a ofynnir…” ar dudalen yr asesiad yn symud i fyny; ni chollir dim drwy hynny.</translation>
</message>
<message>
<source>It is not asked yet. This paragraph waits there as evidence until more is asked: “How much is asked…” on the assessment page moves up.</source>
<translation>Nid yw’n cael ei ofyn eto. Mae’r paragraff hwn yn aros yno fel tystiolaeth nes gofyn mwy: mae “Faint a ofynnir…” ar dudalen yr asesiad yn symud i fyny.</translation>
</message>
<message>
<source>It is not ready in a way or language that they understand</source>
<translation>Nid yw’n barod mewn ffordd neu iaith y maent yn ei deall</translation>
</message>
<message>
<source>It is not safe for somebody</source>
<translation>Nid yw’n ddiogel i rywun</translation>
</message>
<message>
<source>It is not said which manager gave this reason.</source>
<translation>Ni ddywedir pa reolwr a roddodd y rheswm hwn.</translation>
</message>
<message>
<source>It is not said why it was not shown.</source>
<translation>Ni ddywedir pam na chafodd ei ddangos.</translation>
</message>
<message>
<source>It is not signed yet: this comes first</source>
<translation>Nid yw wedi’i lofnodi eto: daw hyn gyntaf</translation>
</message>
<message>
<source>It is not this person's turn to sign this document, or it is signed already.</source>
<translation>Nid tro’r person hwn yw llofnodi’r ddogfen hon, neu mae wedi’i llofnodi eisoes.</translation>
</message>
<message>
<source>It is open. Whoever assesses closes it.</source>
<translation>Mae’n agored. Pwy bynnag sy’n asesu sy’n ei gau.</translation>
</message>
<message>
<source>It is printed in the documents, with the name.</source>
<translation>Caiff ei argraffu yn y dogfennau, gyda’r enw.</translation>
</message>
<message>
<source>It names somebody or something that is not in the case any more.</source>
<translation>Mae’n enwi rhywun neu rywbeth nad yw yn yr achos mwyach.</translation>
</message>
<message>
<source>It opens this vault when the passphrase is forgotten. Make a new one if the paper was lost, seen or used; the old one then opens this vault no more. Have pen and paper, and an envelope, at hand.</source>
<translation>Mae’n agor y gladdgell hon os anghofir y cyfrinymadrodd. Gwnewch un newydd os collwyd, gwelwyd neu defnyddiwyd y papur; ni fydd yr hen un yn agor y gladdgell hon mwyach. Byddwch â phen a phapur, ac amlen, wrth law.</translation>
</message>
<message>
<source>It opens your vault and signs for you. Nobody can reset it, so choose one you will remember.</source>
<translation>Mae’n agor eich claddgell ac yn llofnodi drosoch. Ni all neb ei ailosod, felly dewiswch un y byddwch yn ei gofio.</translation>
</message>
<message>
<source>It plays a fictional case from the first page to the signed documents and keeps what comes of it: a practitioner's vault and a supervisor's. Building it takes about three minutes.</source>
<translation>Mae’n chwarae achos dychmygol o’r dudalen gyntaf i’r dogfennau wedi’u llofnodi ac yn cadw’r hyn a ddaw ohono: claddgell ymarferydd a chladdgell goruchwyliwr. Mae ei adeiladu’n cymryd tua thri munud.</translation>
</message>
<message>
<source>It rests on</source>
<translation>Yn seiliedig ar</translation>
</message>
<message>
<source>It says of itself: {note}</source>
<translation>Mae’n dweud amdani ei hun: {note}</translation>
</message>
<message>
<source>It says that it comes from {name}, and it is signed with another key than the one in use. Nothing changes until you have compared its eight words.</source>
<translation>Mae’n dweud ei fod yn dod gan {name}, ac mae wedi’i lofnodi ag allwedd wahanol i’r un sydd ar waith. Nid oes dim yn newid nes i chi gymharu ei wyth gair.</translation>
</message>
<message>
<source>It says that it comes from {name}. Nothing changes until you have compared its eight words.</source>
<translation>Mae’n dweud ei fod yn dod gan {name}. Nid oes dim yn newid nes i chi gymharu ei wyth gair.</translation>
</message>
<message>
<source>It sets nothing yet.</source>
<translation>Nid yw’n gosod dim eto.</translation>
</message>
<message>
<source>It shows what is recorded and nothing else: a line that is missing means that nobody recorded it. Nobody has a role in what was reported here.</source>
<translation>Mae’n dangos yr hyn a gofnodwyd a dim arall: mae llinell sydd ar goll yn golygu na chofnododd neb hi. Nid oes gan neb yma rôl yn yr hyn a adroddwyd.</translation>
</message>
<message>
<source>It stays in the receipt, so write no name of a child or family.</source>
<translation>Mae’n aros yn y dderbynneb, felly peidiwch ag ysgrifennu enw plentyn na theulu.</translation>
</message>
<message>
<source>It stays with the case. Where more than one applies, the longest counts.</source>
<translation>Mae’n aros gyda’r achos. Os oes mwy nag un yn berthnasol, yr hwyaf sy’n cyfrif.</translation>
</message>
<message>
<source>It takes two people. You propose it, a supervisor agrees in writing, and only then you can carry it out, in this vault. If anything is recorded in the case meanwhile, it has to be proposed again.</source>
<translation>Mae angen dau berson. Rydych chi’n ei gynnig, mae goruchwyliwr yn cytuno’n ysgrifenedig, a dim ond wedyn y gallwch ei wneud, yn y gladdgell hon. Os caiff unrhyw beth ei gofnodi yn yr achos yn y cyfamser, rhaid ei gynnig eto.</translation>
</message>
<message>
<source>It was asked: “{question}”</source>
<translation>Y cwestiwn bryd hynny: “{question}”</translation>
</message>
<message>
<source>It was erased on {day} by {who}, with the agreement of {other}.</source>
<translation>Cafodd ei ddileu’n derfynol ar {day} gan {who}, gyda chytundeb {other}.</translation>
</message>
<message>
<source>It was not shown</source>
<translation>Ni chafodd ei ddangos</translation>
</message>
<message>
<source>It was not taken in, and nothing was changed</source>
<translation>Ni chafodd ei derbyn, ac ni newidiwyd dim</translation>
</message>
<message>
<source>It was opened in error, or twice</source>
<translation>Fe’i hagorwyd mewn camgymeriad, neu ddwywaith</translation>
</message>
<message>
<source>It went on from an earlier state: what was recorded before it was last locked on this laptop is not in it.</source>
<translation>Aeth ymlaen o gyflwr cynharach: nid yw’r hyn a gofnodwyd cyn ei chloi ddiwethaf ar y gliniadur hwn ynddi.</translation>
</message>
<message>
<source>Item</source>
<translation>Eitem</translation>
</message>
<message>
<source>Items</source>
<translation>Eitemau</translation>
</message>
<message>
<source>Its answers are all here; choose how much is asked from now on.</source>
<translation>Mae ei atebion i gyd yma; dewiswch faint a ofynnir o hyn ymlaen.</translation>
</message>
<message>
<source>Its file is kept until {day} at the least, perhaps longer.</source>
<translation>Cedwir ei ffeil tan {day} o leiaf, efallai’n hirach.</translation>
</message>
<message>
<source>Its file is kept until {day} at the least.</source>
<translation>Cedwir ei ffeil tan {day} o leiaf.</translation>
</message>
<message>
<source>Its questions are not asked yet.</source>
<translation>Nid yw ei gwestiynau wedi’u gofyn eto.</translation>
</message>
<message>
<source>Its receipt is in the settings.</source>
<translation>Mae ei dderbynneb yn y gosodiadau.</translation>
</message>
<message>
<source>JSON (*.json)</source>
<translation>JSON (*.json)</translation>
</message>
<message>
<source>Keep a copy of the folder, tell whoever is responsible for information governance, and compare it with a backup.</source>
<translation>Cadwch gopi o’r ffolder, dywedwch wrth y person sy’n gyfrifol am lywodraethu gwybodaeth, a chymharwch hi â chopi wrth gefn.</translation>
</message>
<message>
<source>Keep it</source>
<translation>Ei chadw</translation>
</message>
<message>
<source>Keep it so</source>
<translation>Cadw fel hyn</translation>
</message>
<message>
<source>Keep the vault on a local disk, and install the program again if this stays.</source>
<translation>Cadwch y gladdgell ar ddisg leol, a gosodwch y rhaglen eto os yw hyn yn parhau.</translation>
</message>
<message>
<source>Keep the vault on this computer's own disk; its backups may go to the share.</source>
<translation>Cadwch y gladdgell ar ddisg y cyfrifiadur hwn ei hun; caiff ei chopïau wrth gefn fynd i’r gyriant a rennir.</translation>
</message>
<message>
<source>Keep this one</source>
<translation>Cadw’r un hwn</translation>
</message>
<message>
<source>Keep this view</source>
<translation>Cadw’r olwg hon</translation>
</message>
<message>
<source>Keep: {words}</source>
<translation>Cadw: {words}</translation>
</message>
<message>
<source>Keeping and closing</source>
<translation>Cadw a chau</translation>
</message>
<message>
<source>Keeping and closing…</source>
<translation>Cadw a chau…</translation>
</message>
<message>
<source>Kept</source>
<translation>Cadwyd ato</translation>
</message>
<message>
<source>Kept with</source>
<translation>Cedwir gyda</translation>
</message>
<message>
<source>Kept. The longest of them counts.</source>
<translation>Cadwyd. Yr hwyaf ohonynt sy’n cyfrif.</translation>
</message>
<message>
<source>Keys</source>
<translation>Bysellau</translation>
</message>
<message>
<source>Kind</source>
<translation>Math</translation>
</message>
<message>
<source>Kind not recorded</source>
<translation>Math heb ei gofnodi</translation>
</message>
<message>
<source>Kind of file</source>
<translation>Math o ffeil</translation>
</message>
<message>
<source>Kind of harm</source>
<translation>Math o niwed</translation>
</message>
<message>
<source>Language</source>
<translation>Iaith</translation>
</message>
<message>
<source>Languages of spelling</source>
<translation>Ieithoedd sillafu</translation>
</message>
<message>
<source>Larger</source>
<translation>Mwy</translation>
</message>
<message>
<source>Larger text</source>
<translation>Testun mwy</translation>
</message>
<message>
<source>Last change</source>
<translation>Newid diwethaf</translation>
</message>
<message>
<source>Last time ({day}): {words}</source>
<translation>Y tro diwethaf ({day}): {words}</translation>
</message>
<message>
<source>Late</source>
<translation>Hwyr</translation>
</message>
<message>
<source>Late: {n}</source>
<translation>Hwyr: {n}</translation>
</message>
<message>
<source>Late: {n}. They stand first.</source>
<translation>Hwyr: {n}. Mae’r rhain yn gyntaf.</translation>
</message>
<message>
<source>Later</source>
<translation>Yn nes ymlaen</translation>
</message>
<message>
<source>Laying the backup out</source>
<translation>Wrthi’n gosod y copi wrth gefn</translation>
</message>
<message>
<source>Leads on to</source>
<translation>Yn arwain at</translation>
</message>
<message>
<source>Leave it empty for now.</source>
<translation>Gadewch ef yn wag am nawr.</translation>
</message>
<message>
<source>Leave it out</source>
<translation>Ei adael allan</translation>
</message>
<message>
<source>Leave the window out of screenshots and shared screens</source>
<translation>Gadael y ffenestr allan o sgrinluniau a sgriniau a rennir</translation>
</message>
<message>
<source>Led by another agency</source>
<translation>Dan arweiniad asiantaeth arall</translation>
</message>
<message>
<source>Left and right go from event to event, up and down from lane to lane, Enter opens.</source>
<translation>Mae chwith a de’n mynd o ddigwyddiad i ddigwyddiad, i fyny ac i lawr o lôn i lôn, ac mae Enter yn agor.</translation>
</message>
<message>
<source>Left empty: today.</source>
<translation>Os gadewir yn wag: heddiw.</translation>
</message>
<message>
<source>Legal hold</source>
<translation>Gafael gyfreithiol</translation>
</message>
<message>
<source>Less of a need than then</source>
<translation>Llai o angen na bryd hynny</translation>
</message>
<message>
<source>Less of a need than then: {questions}</source>
<translation>Llai o angen na bryd hynny: {questions}</translation>
</message>
<message>
<source>Less strong than then</source>
<translation>Llai cryf na bryd hynny</translation>
</message>
<message>
<source>Less strong than then: {questions}</source>
<translation>Llai cryf na bryd hynny: {questions}</translation>
</message>
<message>
<source>Let nobody else open this vault</source>
<translation>Peidio â gadael i neb arall agor y gladdgell hon</translation>
</message>
<message>
<source>Let {name} open this vault</source>
<translation>Gadael i {name} agor y gladdgell hon</translation>
</message>
<message>
<source>Levels</source>
<translation>Lefelau</translation>
</message>
<message>
<source>Lift the hold</source>
<translation>Codi’r afael</translation>
</message>
<message>
<source>Light</source>
<translation>Golau</translation>
</message>
<message>
<source>Like 14 Apr 2026.</source>
<translation>Fel 14 Ebr 2026.</translation>
</message>
<message>
<source>Limit</source>
<translation>Terfyn</translation>
</message>
<message>
<source>Line {n}: {what}</source>
<translation>Llinell {n}: {what}</translation>
</message>
<message>
<source>Lines of what cannot wait</source>
<translation>Llinellau am yr hyn na all aros</translation>
</message>
<message>
<source>Lines of who is with whom</source>
<translation>Llinellau am bwy sydd gyda phwy</translation>
</message>
<message>
<source>List</source>
<translation>Rhestr</translation>
</message>
<message>
<source>List again: {row}</source>
<translation>Rhestru eto: {row}</translation>
</message>
<message>
<source>List number {n} again</source>
<translation>Rhestru rhif {n} eto</translation>
</message>
<message>
<source>Listed last time ({day}), and not here yet:</source>
<translation>Ar y rhestr y tro diwethaf ({day}), a heb fod yma eto:</translation>
</message>
<message>
<source>Listen. Do not ask, do not promise to keep it secret. Ctrl+E opens a plain box for the exact words; what is in it is recorded as said unasked. Then follow your procedure the same day.</source>
<translation>Gwrandewch. Peidiwch â holi, a pheidiwch ag addo cadw’r gyfrinach. Mae Ctrl+E yn agor blwch plaen ar gyfer yr union eiriau; cofnodir yr hyn sydd ynddo fel geiriau a ddywedwyd heb i neb ofyn. Yna dilynwch eich gweithdrefn yr un diwrnod.</translation>
</message>
<message>
<source>Lists</source>
<translation>Rhestrau</translation>
</message>
<message>
<source>Lists of the form</source>
<translation>Rhestrau’r ffurflen</translation>
</message>
<message>
<source>Lists that the checks read are not here: their options are the same everywhere.</source>
<translation>Nid yw rhestrau y mae’r gwiriadau’n eu darllen yma: mae eu hopsiynau yr un fath ym mhobman.</translation>
</message>
<message>
<source>Lives: {words}.</source>
<translation>Yn byw: {words}.</translation>
</message>
<message>
<source>Lock</source>
<translation>Cloi</translation>
</message>
<message>
<source>Lock now</source>
<translation>Cloi nawr</translation>
</message>
<message>
<source>Lock when the window is minimised</source>
<translation>Cloi pan fydd y ffenestr wedi’i lleihau</translation>
</message>
<message>
<source>Locking</source>
<translation>Cloi</translation>
</message>
<message>
<source>Locks after {n} minutes of stillness</source>
<translation>Yn cloi ar ôl {n} munud heb weithgarwch</translation>
</message>
<message>
<source>Look again on</source>
<translation>Edrych eto ar</translation>
</message>
<message>
<source>Look again, and start anew.</source>
<translation>Edrychwch eto, a dechreuwch o’r newydd.</translation>
</message>
<message>
<source>Look around first</source>
<translation>Edrych o gwmpas yn gyntaf</translation>
</message>
<message>
<source>Look at</source>
<translation>Edrych ar</translation>
</message>
<message>
<source>Look at it</source>
<translation>Edrych arno</translation>
</message>
<message>
<source>Look at it again and decide then.</source>
<translation>Edrychwch arno eto a phenderfynwch wedyn.</translation>
</message>
<message>
<source>Look at its history, and restore the answer that should stand.</source>
<translation>Edrychwch ar ei hanes, ac adferwch yr ateb a ddylai sefyll.</translation>
</message>
<message>
<source>Look at the answer</source>
<translation>Edrych ar yr ateb</translation>
</message>
<message>
<source>Look at the day of the visit, and at this child’s date of birth.</source>
<translation>Edrychwch ar ddiwrnod yr ymweliad, ac ar ddyddiad geni’r plentyn hwn.</translation>
</message>
<message>
<source>Look at the question again and answer it as it is today.</source>
<translation>Edrychwch ar y cwestiwn eto a’i ateb fel y mae heddiw.</translation>
</message>
<message>
<source>Look at what is proposed</source>
<translation>Edrych ar yr hyn a gynigir</translation>
</message>
<message>
<source>Look at what stands now, and correct that.</source>
<translation>Edrychwch ar yr hyn sydd yno nawr, a chywirwch hwnnw.</translation>
</message>
<message>
<source>Look for a case in the list</source>
<translation>Chwilio am achos yn y rhestr</translation>
</message>
<message>
<source>Look for a word in the help</source>
<translation>Chwilio am air yn y cymorth</translation>
</message>
<message>
<source>Look for the newest printed key of this vault.</source>
<translation>Chwiliwch am allwedd brintiedig ddiweddaraf y gladdgell hon.</translation>
</message>
<message>
<source>Look for words in the help</source>
<translation>Chwilio am eiriau yn y cymorth</translation>
</message>
<message>
<source>Look in all cases</source>
<translation>Chwilio ym mhob achos</translation>
</message>
<message>
<source>Look into it</source>
<translation>Edrych ynddo</translation>
</message>
<message>
<source>Look into it first</source>
<translation>Edrych ynddo yn gyntaf</translation>
</message>
<message>
<source>Look through what was recorded</source>
<translation>Chwilio drwy’r hyn a gofnodwyd</translation>
</message>
<message>
<source>Looked at again</source>
<translation>Edrychwyd eto</translation>
</message>
<message>
<source>Looked at again on {day}</source>
<translation>Edrychir arno eto ar {day}</translation>
</message>
<message>
<source>Looking at what is written…</source>
<translation>Wrthi’n edrych ar yr hyn a ysgrifennwyd…</translation>
</message>
<message>
<source>Looking for backups and copies…</source>
<translation>Wrthi’n chwilio am gopïau wrth gefn ac eraill…</translation>
</message>
<message>
<source>Made</source>
<translation>Gwnaed</translation>
</message>
<message>
<source>Made at {time} from what is recorded: {pages}. A draft, not signed.</source>
<translation>Gwnaed am {time} o’r hyn sydd wedi’i gofnodi: {pages}. Drafft, heb ei lofnodi.</translation>
</message>
<message>
<source>Made before later changes: go through it again if they matter to this person.</source>
<translation>Gwnaed cyn newidiadau diweddarach: ewch drwyddo eto os ydynt o bwys i’r person hwn.</translation>
</message>
<message>
<source>Made on {day}</source>
<translation>Gwnaed ar {day}</translation>
</message>
<message>
<source>Made {when}, {size}. Signed by: {who}.</source>
<translation>Gwnaed {when}, {size}. Llofnodwyd gan: {who}.</translation>
</message>
<message>
<source>Make a mark, if you like</source>
<translation>Gwneud marc, neu beidio</translation>
</message>
<message>
<source>Make a new recovery key</source>
<translation>Gwneud allwedd adfer newydd</translation>
</message>
<message>
<source>Make a vault for your other laptop</source>
<translation>Gwneud claddgell i’ch gliniadur arall</translation>
</message>
<message>
<source>Make the document again and sign the new one.</source>
<translation>Gwnewch y ddogfen eto a llofnodwch yr un newydd.</translation>
</message>
<message>
<source>Make the document again from the assessment.</source>
<translation>Gwnewch y ddogfen eto o’r asesiad.</translation>
</message>
<message>
<source>Make the document again.</source>
<translation>Gwnewch y ddogfen eto.</translation>
</message>
<message>
<source>Make the package again</source>
<translation>Gwneud y pecyn eto</translation>
</message>
<message>
<source>Make the vault</source>
<translation>Gwneud y gladdgell</translation>
</message>
<message>
<source>Make the vault again in the same folder.</source>
<translation>Gwnewch y gladdgell eto yn yr un ffolder.</translation>
</message>
<message>
<source>Make your vault</source>
<translation>Gwneud eich claddgell</translation>
</message>
<message>
<source>Making a backup</source>
<translation>Wrthi’n gwneud copi</translation>
</message>
<message>
<source>Making a backup and copying it</source>
<translation>Wrthi’n gwneud copi wrth gefn a’i gopïo</translation>
</message>
<message>
<source>Making and signing the documents</source>
<translation>Wrthi’n gwneud a llofnodi’r dogfennau</translation>
</message>
<message>
<source>Making sense</source>
<translation>Gwneud synnwyr</translation>
</message>
<message>
<source>Making the package</source>
<translation>Wrthi’n gwneud y pecyn</translation>
</message>
<message>
<source>Making the paper</source>
<translation>Gwneud y papur</translation>
</message>
<message>
<source>Making the paper…</source>
<translation>Wrthi’n gwneud y papur…</translation>
</message>
<message>
<source>Making the vault</source>
<translation>Yn gwneud y gladdgell</translation>
</message>
<message>
<source>Making the vault. This takes a few seconds.</source>
<translation>Yn gwneud y gladdgell. Mae hyn yn cymryd ychydig eiliadau.</translation>
</message>
<message>
<source>Making the worksheet</source>
<translation>Wrthi’n gwneud y daflen waith</translation>
</message>
<message>
<source>Making this vault was broken off before it was complete; nothing was stored in it.</source>
<translation>Torrwyd ar draws gwneud y gladdgell hon cyn iddi fod yn gyflawn; ni storiwyd dim ynddi.</translation>
</message>
<message>
<source>Male</source>
<translation>Gwryw</translation>
</message>
<message>
<source>Many people use this one</source>
<translation>Mae llawer o bobl yn defnyddio hwn</translation>
</message>
<message>
<source>Many people use this passphrase. Use five words that are suggested.</source>
<translation>Mae llawer o bobl yn defnyddio’r cyfrinymadrodd hwn. Defnyddiwch y pum gair a awgrymir.</translation>
</message>
<message>
<source>Mark of {who}, as drawn</source>
<translation>Marc, fel y’i gwnaed: {who}</translation>
</message>
<message>
<source>Mark words that are in no dictionary</source>
<translation>Marcio geiriau nad ydynt mewn unrhyw eiriadur</translation>
</message>
<message>
<source>Mend that part; docs/organisation.md says what each may hold.</source>
<translation>Cywirwch y rhan honno; mae docs/organisation.md yn dweud beth y caiff pob un ei gynnwys.</translation>
</message>
<message>
<source>Missing: {who}</source>
<translation>Yn eisiau: {who}</translation>
</message>
<message>
<source>More is called for…</source>
<translation>Mae galw am fwy…</translation>
</message>
<message>
<source>More of a need than then</source>
<translation>Mwy o angen na bryd hynny</translation>
</message>
<message>
<source>More of a need than then: {questions}</source>
<translation>Mwy o angen na bryd hynny: {questions}</translation>
</message>
<message>
<source>More questions: {count} ({needed} needed)</source>
<translation>Mwy o gwestiynau: {count} (angen ateb: {needed})</translation>
</message>
<message>
<source>More than one case has that reference.</source>
<translation>Mae gan fwy nag un achos y cyfeirnod hwnnw.</translation>
</message>
<message>
<source>More…</source>
<translation>Mwy…</translation>
</message>
<message>
<source>Move it first: hsb-assess forms migrate FILE -o NEW.</source>
<translation>Symudwch hi yn gyntaf: hsb-assess forms migrate FILE -o NEW.</translation>
</message>
<message>
<source>Move it to a folder that stays on this computer: two computers that write to it lose work.</source>
<translation>Symudwch hi i ffolder sy’n aros ar y cyfrifiadur hwn: mae dau gyfrifiadur sy’n ysgrifennu iddi yn colli gwaith.</translation>
</message>
<message>
<source>Move the vault to a folder of your own, or ask for the right to write to it.</source>
<translation>Symudwch y gladdgell i un o’ch ffolderi eich hun, neu gofynnwch am yr hawl i ysgrifennu iddi.</translation>
</message>
<message>
<source>Move to the newer form</source>
<translation>Symud i’r ffurflen newydd</translation>
</message>
<message>
<source>Move up to the tier that this concern calls for; every answer is kept. The urgent extract prints at once.</source>
<translation>Symudwch i fyny i’r haen y mae’r pryder hwn yn galw amdani; cedwir pob ateb. Mae’r detholiad brys yn argraffu ar unwaith.</translation>
</message>
<message>
<source>Move up to: {tier}</source>
<translation>Symud i fyny i: {tier}</translation>
</message>
<message>
<source>Moved.</source>
<translation>Symudwyd.</translation>
</message>
<message>
<source>Moving to the newer form</source>
<translation>Wrthi’n symud i’r ffurflen newydd</translation>
</message>
<message>
<source>Name</source>
<translation>Enw</translation>
</message>
<message>
<source>Name of this view</source>
<translation>Enw’r olwg hon</translation>
</message>
<message>
<source>Narrow the list of evidence</source>
<translation>Cyfyngu’r rhestr o dystiolaeth</translation>
</message>
<message>
<source>Nation</source>
<translation>Gwlad</translation>
</message>
<message>
<source>National guidance sets this limit.</source>
<translation>Canllawiau cenedlaethol sy’n gosod y terfyn hwn.</translation>
</message>
<message>
<source>Navigation</source>
<translation>Llywio</translation>
</message>
<message>
<source>Need</source>
<translation>Angen</translation>
</message>
<message>
<source>Need, concern or harm</source>
<translation>Angen, pryder neu niwed</translation>
</message>
<message>
<source>Needed where you decline. It goes back with your answer and stays there, so write no name of a child or family.</source>
<translation>Mae ei angen os ydych yn gwrthod. Mae’n mynd yn ôl gyda’ch ateb ac yn aros yno, felly peidiwch ag ysgrifennu enw plentyn na theulu.</translation>
</message>
<message>
<source>Needs</source>
<translation>Anghenion</translation>
</message>
<message>
<source>Needs behind it</source>
<translation>Anghenion y tu ôl iddo</translation>
</message>
<message>
<source>Needs, each by itself</source>
<translation>Anghenion, fesul un</translation>
</message>
<message>
<source>Neither person had seen the other’s answer. Both are kept; say which one stands.</source>
<translation>Nid oedd y naill berson na’r llall wedi gweld ateb y llall. Cedwir y ddau; dywedwch pa un sy’n sefyll.</translation>
</message>
<message>
<source>New</source>
<translation>Newydd</translation>
</message>
<message>
<source>New action…</source>
<translation>Cam gweithredu newydd…</translation>
</message>
<message>
<source>New adult…</source>
<translation>Oedolyn newydd…</translation>
</message>
<message>
<source>New agency…</source>
<translation>Asiantaeth newydd…</translation>
</message>
<message>
<source>New assessments follow the guidance profile {profile}.</source>
<translation>Mae asesiadau newydd yn dilyn y proffil canllawiau {profile}.</translation>
</message>
<message>
<source>New case</source>
<translation>Achos newydd</translation>
</message>
<message>
<source>New child…</source>
<translation>Plentyn newydd…</translation>
</message>
<message>
<source>New condition…</source>
<translation>Amod newydd…</translation>
</message>
<message>
<source>New contact…</source>
<translation>Cyswllt newydd…</translation>
</message>
<message>
<source>New event…</source>
<translation>Digwyddiad newydd…</translation>
</message>
<message>
<source>New evidence item…</source>
<translation>Tystiolaeth newydd…</translation>
</message>
<message>
<source>New pair…</source>
<translation>Pâr newydd…</translation>
</message>
<message>
<source>New passphrase</source>
<translation>Cyfrinymadrodd newydd</translation>
</message>
<message>
<source>New person…</source>
<translation>Person newydd…</translation>
</message>
<message>
<source>New questions here: {n}. They follow from what was just recorded.</source>
<translation>Cwestiynau newydd yma: {n}. Maent yn dilyn o’r hyn sydd newydd ei gofnodi.</translation>
</message>
<message>
<source>New setting…</source>
<translation>Man newydd…</translation>
</message>
<message>
<source>New: {message}</source>
<translation>Newydd: {message}</translation>
</message>
<message>
<source>Newer guidance</source>
<translation>Canllawiau mwy newydd</translation>
</message>
<message>
<source>Newest words of this child</source>
<translation>Geiriau diweddaraf y plentyn hwn</translation>
</message>
<message>
<source>Next</source>
<translation>Nesaf</translation>
</message>
<message>
<source>Next page</source>
<translation>Tudalen nesaf</translation>
</message>
<message>
<source>Next part of the window</source>
<translation>Rhan nesaf y ffenestr</translation>
</message>
<message>
<source>Next section</source>
<translation>Adran nesaf</translation>
</message>
<message>
<source>Next spelling mark</source>
<translation>Marc sillafu nesaf</translation>
</message>
<message>
<source>Next step</source>
<translation>Cam nesaf</translation>
</message>
<message>
<source>Next: {words}</source>
<translation>Nesaf: {words}</translation>
</message>
<message>
<source>Nine groups of four. Capitals, spaces and hyphens do not matter.</source>
<translation>Naw grŵp o bedwar. Nid oes ots am briflythrennau, bylchau na chysylltnodau.</translation>
</message>
<message>
<source>No</source>
<translation>Na</translation>
</message>
<message>
<source>No action</source>
<translation>Dim cam gweithredu</translation>
</message>
<message>
<source>No action answers it yet</source>
<translation>Dim cam yn ei ateb eto</translation>
</message>
<message>
<source>No action is planned yet</source>
<translation>Dim cam gweithredu wedi’i gynllunio</translation>
</message>
<message>
<source>No action is written</source>
<translation>Nid oes cam gweithredu</translation>
</message>
<message>
<source>No action names it</source>
<translation>Nid oes cam yn ei enwi</translation>
</message>
<message>
<source>No action yet. {what}</source>
<translation>Dim cam gweithredu eto. {what}</translation>
</message>
<message>
<source>No adult or other child is listed as in contact yet. Each stands here beside every child, with what protects.</source>
<translation>Nid oes oedolyn na phlentyn arall wedi’i restru mewn cyswllt eto. Saif pob un yma wrth ymyl pob plentyn, gyda’r hyn sy’n amddiffyn.</translation>
</message>
<message>
<source>No agency is entered yet. Each is entered once, then picked wherever it was asked, told or took part.</source>
<translation>Nid oes asiantaeth wedi’i chofnodi eto. Cofnodir pob un unwaith, yna ei dewis lle bynnag y gofynnwyd iddi, y dywedwyd wrthi neu y cymerodd ran.</translation>
</message>
<message>
<source>No alert stands tonight.</source>
<translation>Nid oes rhybudd yn sefyll heno.</translation>
</message>
<message>
<source>No answer is another one.</source>
<translation>Nid oes ateb gwahanol.</translation>
</message>
<message>
<source>No answer yet</source>
<translation>Dim ateb eto</translation>
</message>
<message>
<source>No answer yet…</source>
<translation>Dim ateb eto…</translation>
</message>
<message>
<source>No answer: declined</source>
<translation>Dim ateb: gwrthodwyd ateb</translation>
</message>
<message>
<source>No answer: led by another agency</source>
<translation>Dim ateb: dan arweiniad asiantaeth arall</translation>
</message>
<message>
<source>No answer: not applicable</source>
<translation>Dim ateb: ddim yn berthnasol</translation>
</message>
<message>
<source>No answer: not safe to ask yet</source>
<translation>Dim ateb: ddim yn ddiogel gofyn eto</translation>
</message>
<message>
<source>No answer: not yet asked</source>
<translation>Dim ateb: heb ei ofyn eto</translation>
</message>
<message>
<source>No answer: unknown after enquiry</source>
<translation>Dim ateb: anhysbys ar ôl holi</translation>
</message>
<message>
<source>No assessment yet</source>
<translation>Dim asesiad eto</translation>
</message>
<message>
<source>No backup here</source>
<translation>Dim copi wrth gefn yma</translation>
</message>
<message>
<source>No backup yet</source>
<translation>Dim copi wrth gefn</translation>
</message>
<message>
<source>No basis is chosen.</source>
<translation>Nid oes sail wedi’i dewis.</translation>
</message>
<message>
<source>No case is like this</source>
<translation>Nid oes achos fel hyn</translation>
</message>
<message>
<source>No case of this vault has that reference.</source>
<translation>Nid oes gan yr un achos yn y gladdgell hon y cyfeirnod hwnnw.</translation>
</message>
<message>
<source>No cases yet</source>
<translation>Dim achosion eto</translation>
</message>
<message>
<source>No challenge is recorded. This is what was hardest to decide, and who could have questioned it.</source>
<translation>Nid oes her wedi’i chofnodi. Dyma’r hyn a oedd anoddaf ei benderfynu, a phwy allai fod wedi ei gwestiynu.</translation>
</message>
<message>
<source>No comments yet. Every answer on this page has a button to write one.</source>
<translation>Dim sylwadau eto. Mae botwm wrth bob ateb ar y dudalen hon i ysgrifennu sylw.</translation>
</message>
<message>
<source>No configuration in this vault names the certificate authority of your organisation.</source>
<translation>Nid oes ffurfweddiad yn y gladdgell hon yn enwi awdurdod tystysgrifau eich sefydliad.</translation>
</message>
<message>
<source>No configuration of an organisation asks to open this vault.</source>
<translation>Nid oes ffurfweddiad sefydliad yn gofyn am gael agor y gladdgell hon.</translation>
</message>
<message>
<source>No configuration waits to be compared.</source>
<translation>Nid oes ffurfweddiad yn aros i’w gymharu.</translation>
</message>
<message>
<source>No contribution from another agency has been asked for yet.</source>
<translation>Ni ofynnwyd am gyfraniad gan asiantaeth arall eto.</translation>
</message>
<message>
<source>No contribution of an agency is recorded.</source>
<translation>Nid oes cyfraniad gan asiantaeth wedi’i gofnodi.</translation>
</message>
<message>
<source>No day</source>
<translation>Dim diwrnod</translation>
</message>
<message>
<source>No day at all</source>
<translation>Dim dyddiad o gwbl</translation>
</message>
<message>
<source>No day is written yet.</source>
<translation>Nid oes dyddiad wedi’i ysgrifennu.</translation>
</message>
<message>
<source>No day to look again</source>
<translation>Dim diwrnod i edrych eto</translation>
</message>
<message>
<source>No decision has come back yet. Open the package that the supervisor sends.</source>
<translation>Nid oes penderfyniad wedi dod yn ôl eto. Agorwch y pecyn y bydd y goruchwyliwr yn ei anfon.</translation>
</message>
<message>
<source>No documents yet</source>
<translation>Dim dogfennau eto</translation>
</message>
<message>
<source>No event is entered yet</source>
<translation>Dim digwyddiadau eto</translation>
</message>
<message>
<source>No event is entered yet. Ctrl+Shift+E adds one from any page.</source>
<translation>Nid oes digwyddiad wedi’i gofnodi eto. Mae Ctrl+Shift+E yn ychwanegu un o unrhyw dudalen.</translation>
</message>
<message>
<source>No evidence</source>
<translation>Dim tystiolaeth</translation>
</message>
<message>
<source>No evidence is cited</source>
<translation>Ni ddyfynnir tystiolaeth</translation>
</message>
<message>
<source>No evidence is cited.</source>
<translation>Ni ddyfynnir tystiolaeth.</translation>
</message>
<message>
<source>No evidence item is entered in this case yet. Write the first one here.</source>
<translation>Nid oes eitem o dystiolaeth yn yr achos hwn eto. Ysgrifennwch yr un gyntaf yma.</translation>
</message>
<message>
<source>No first day</source>
<translation>Dim diwrnod cyntaf</translation>
</message>
<message>
<source>No first day yet</source>
<translation>Dim diwrnod cyntaf eto</translation>
</message>
<message>
<source>No folder is chosen yet.</source>
<translation>Nid oes ffolder wedi’i dewis eto.</translation>
</message>
<message>
<source>No harm is known or suspected, no need is rated high, and no action is planned.</source>
<translation>Nid oes niwed yn hysbys nac yn cael ei amau, nid oes angen â lefel uchel, ac nid oes cam gweithredu wedi’i gynllunio.</translation>
</message>
<message>
<source>No kind of file is chosen.</source>
<translation>Nid oes math o ffeil wedi’i ddewis.</translation>
</message>
<message>
<source>No level is written yet</source>
<translation>Nid oes lefel wedi’i hysgrifennu eto</translation>
</message>
<message>
<source>No longer asked, and kept: {questions} They come back when they are asked again.</source>
<translation>Ni ofynnir mwyach, ond fe’u cedwir: {questions} Dônt yn ôl pan ofynnir amdanynt eto.</translation>
</message>
<message>
<source>No name</source>
<translation>Dim enw</translation>
</message>
<message>
<source>No need is named</source>
<translation>Nid oes angen wedi’i enwi</translation>
</message>
<message>
<source>No need, concern or harm is named</source>
<translation>Nid oes angen, pryder na niwed wedi’i enwi</translation>
</message>
<message>
<source>No note is sealed yet</source>
<translation>Nid oes nodyn wedi’i selio eto</translation>
</message>
<message>
<source>No open ends</source>
<translation>Dim pennau rhydd</translation>
</message>
<message>
<source>No organisation can open this vault: its person did not allow it.</source>
<translation>Ni all unrhyw sefydliad agor y gladdgell hon: ni chaniataodd ei pherchennog hynny.</translation>
</message>
<message>
<source>No organisation sets anything in this vault. If yours has a configuration, ask for the file and for the eight words that belong to it.</source>
<translation>Nid oes sefydliad yn gosod dim yn y gladdgell hon. Os oes gan eich sefydliad chi ffurfweddiad, gofynnwch am y ffeil ac am yr wyth gair sy’n perthyn iddo.</translation>
</message>
<message>
<source>No other word is near it</source>
<translation>Nid oes gair arall yn agos ato</translation>
</message>
<message>
<source>No outcome is chosen.</source>
<translation>Nid oes canlyniad wedi’i ddewis.</translation>
</message>
<message>
<source>No passphrase was typed.</source>
<translation>Ni theipiwyd cyfrinymadrodd.</translation>
</message>
<message>
<source>No question of this form has these words, asked or not. Try fewer of them.</source>
<translation>Nid oes gan yr un cwestiwn o’r ffurflen hon y geiriau hyn, wedi’i ofyn neu beidio. Rhowch gynnig ar lai ohonynt.</translation>
</message>
<message>
<source>No room for: {what}. The page says so, and the extract has them.</source>
<translation>Dim lle i: {what}. Mae’r dudalen yn dweud hynny, ac maent yn y detholiad.</translation>
</message>
<message>
<source>No setting has a safety plan yet</source>
<translation>Nid oes cynllun diogelwch i unrhyw fan eto</translation>
</message>
<message>
<source>No sign found</source>
<translation>Dim arwydd wedi’i ganfod</translation>
</message>
<message>
<source>No strategy discussion is recorded.</source>
<translation>Nid oes trafodaeth strategaeth wedi’i chofnodi.</translation>
</message>
<message>
<source>No supervisor can be chosen yet: import their card and compare the eight words.</source>
<translation>Ni ellir dewis goruchwyliwr eto: mewnforiwch gerdyn goruchwyliwr a chymharwch yr wyth gair.</translation>
</message>
<message>
<source>No support answers it yet</source>
<translation>Dim cymorth yn ei ateb eto</translation>
</message>
<message>
<source>No topic has these words. Try fewer of them.</source>
<translation>Nid oes pwnc â’r geiriau hyn. Rhowch gynnig ar lai ohonynt.</translation>
</message>
<message>
<source>No visit is entered yet. When this child was last seen, and last seen alone, is read from this list; enter visits that did not happen, too.</source>
<translation>Nid oes ymweliad wedi’i gofnodi eto. O’r rhestr hon y darllenir pryd y gwelwyd y plentyn hwn ddiwethaf, ac ar ei ben ei hun ddiwethaf; cofnodwch ymweliadau na ddigwyddodd hefyd.</translation>
</message>
<message>
<source>No words are recorded.</source>
<translation>Nid oes geiriau wedi’u cofnodi.</translation>
</message>
<message>
<source>No words are written down yet.</source>
<translation>Nid oes geiriau wedi’u hysgrifennu eto.</translation>
</message>
<message>
<source>No words are written yet.</source>
<translation>Nid oes geiriau wedi’u hysgrifennu eto.</translation>
</message>
<message>
<source>No words of your own yet</source>
<translation>Dim geiriau eich hun eto</translation>
</message>
<message>
<source>Nobody</source>
<translation>Neb</translation>
</message>
<message>
<source>Nobody can say</source>
<translation>Ni all neb ddweud</translation>
</message>
<message>
<source>Nobody else can open this vault from now on.</source>
<translation>Ni all neb arall agor y gladdgell hon o hyn ymlaen.</translation>
</message>
<message>
<source>Nobody else is entered yet</source>
<translation>Nid oes neb arall wedi’i gofnodi eto</translation>
</message>
<message>
<source>Nobody else is entered yet. Whoever belongs to this child or is around them is drawn here.</source>
<translation>Nid oes neb arall wedi’i gofnodi eto. Mae pawb sy’n perthyn i’r plentyn hwn neu sydd o’i gwmpas yn cael eu dangos yma.</translation>
</message>
<message>
<source>Nobody has asked about these two, so there is no row to open yet.</source>
<translation>Nid oes neb wedi gofyn am y ddau hyn, felly nid oes rhes i’w hagor eto.</translation>
</message>
<message>
<source>Nobody has said yet which kind of file it is, so no day can be worked out.</source>
<translation>Nid oes neb wedi dweud eto pa fath o ffeil yw hi, felly ni ellir cyfrifo diwrnod.</translation>
</message>
<message>
<source>Nobody holds this case. A hold keeps it from being erased, whatever its day.</source>
<translation>Nid oes gan neb afael ar yr achos hwn. Mae gafael yn ei atal rhag cael ei ddileu’n derfynol, beth bynnag yw ei ddiwrnod.</translation>
</message>
<message>
<source>Nobody is listed with anybody: nothing says what protects each child tonight.</source>
<translation>Nid oes neb wedi’i restru gyda neb: nid oes dim yn dweud beth sy’n amddiffyn pob plentyn heno.</translation>
</message>
<message>
<source>Nobody is listed yet</source>
<translation>Nid oes neb wedi’i restru eto</translation>
</message>
<message>
<source>Nobody is named</source>
<translation>Nid oes neb wedi’i enwi</translation>
</message>
<message>
<source>Nobody yet</source>
<translation>Neb eto</translation>
</message>
<message>
<source>None is entered yet. Every order, bail condition or rule that keeps people apart belongs here with its last day: you are warned before it ends.</source>
<translation>Nid oes un wedi’i gofnodi eto. Mae pob gorchymyn, amod mechnïaeth neu reol sy’n cadw pobl ar wahân yn perthyn yma gyda’i ddiwrnod olaf: cewch rybudd cyn iddo ddod i ben.</translation>
</message>
<message>
<source>None of this keeps you from closing. It is said so that nobody forgets it.</source>
<translation>Nid oes dim o hyn yn eich atal rhag cau. Fe’i dywedir fel nad oes neb yn ei anghofio.</translation>
</message>
<message>
<source>None recorded</source>
<translation>Dim wedi’i gofnodi</translation>
</message>
<message>
<source>Not added yet</source>
<translation>Heb ei ychwanegu eto</translation>
</message>
<message>
<source>Not added yet: {name}</source>
<translation>Heb ei ychwanegu eto: {name}</translation>
</message>
<message>
<source>Not answered yet</source>
<translation>Heb ei ateb eto</translation>
</message>
<message>
<source>Not applicable</source>
<translation>Ddim yn berthnasol</translation>
</message>
<message>
<source>Not asked</source>
<translation>Heb ei ofyn</translation>
</message>
<message>
<source>Not asked as things stand now</source>
<translation>Heb ei ofyn fel y mae pethau nawr</translation>
</message>
<message>
<source>Not asked now</source>
<translation>Ni ofynnir nawr</translation>
</message>
<message>
<source>Not asked this time</source>
<translation>Heb ei ofyn y tro hwn</translation>
</message>
<message>
<source>Not asked: {n}</source>
<translation>Heb ei ofyn: {n}</translation>
</message>
<message>
<source>Not asked: {n}.</source>
<translation>Heb ei ofyn: {n}.</translation>
</message>
<message>
<source>Not at all</source>
<translation>Ddim o gwbl</translation>
</message>
<message>
<source>Not carried</source>
<translation>Heb ei gario drosodd</translation>
</message>
<message>
<source>Not complete: what, who and until are needed.</source>
<translation>Heb ei gwblhau: mae angen beth, pwy a than pryd.</translation>
</message>
<message>
<source>Not decided yet</source>
<translation>Heb benderfynu eto</translation>
</message>
<message>
<source>Not evaluated</source>
<translation>Heb ei werthuso</translation>
</message>
<message>
<source>Not everything of this case would have gone.</source>
<translation>Ni fyddai popeth o’r achos hwn wedi mynd.</translation>
</message>
<message>
<source>Not explained yet</source>
<translation>Heb ei egluro eto</translation>
</message>
<message>
<source>Not held</source>
<translation>Heb ei chynnal</translation>
</message>
<message>
<source>Not judged: {n}</source>
<translation>Heb ei farnu: {n}</translation>
</message>
<message>
<source>Not known when a decision was made</source>
<translation>Nid oedd yn hysbys wrth benderfynu</translation>
</message>
<message>
<source>Not listed this time</source>
<translation>Heb ei restru y tro hwn</translation>
</message>
<message>
<source>Not named</source>
<translation>Heb ei enwi</translation>
</message>
<message>
<source>Not named yet</source>
<translation>Heb ei enwi eto</translation>
</message>
<message>
<source>Not now</source>
<translation>Nid nawr</translation>
</message>
<message>
<source>Not of concern</source>
<translation>Ddim yn destun pryder</translation>
</message>
<message>
<source>Not opened</source>
<translation>Heb ei hagor</translation>
</message>
<message>
<source>Not rated yet</source>
<translation>Heb bennu lefel eto</translation>
</message>
<message>
<source>Not recorded</source>
<translation>Heb ei gofnodi</translation>
</message>
<message>
<source>Not recorded yet: {people}.</source>
<translation>Heb eu cofnodi eto: {people}.</translation>
</message>
<message>
<source>Not safe to ask yet</source>
<translation>Ddim yn ddiogel gofyn eto</translation>
</message>
<message>
<source>Not safe to ask yet:</source>
<translation>Ddim yn ddiogel gofyn eto:</translation>
</message>
<message>
<source>Not saved: {what} {mend}</source>
<translation>Heb ei gadw: {what} {mend}</translation>
</message>
<message>
<source>Not seen</source>
<translation>Heb ei weld</translation>
</message>
<message>
<source>Not sent yet</source>
<translation>Heb ei anfon eto</translation>
</message>
<message>
<source>Not shown</source>
<translation>Heb ei ddangos</translation>
</message>
<message>
<source>Not started</source>
<translation>Heb ei ddechrau</translation>
</message>
<message>
<source>Not taken in</source>
<translation>Heb ei dderbyn</translation>
</message>
<message>
<source>Not used anywhere yet</source>
<translation>Heb ei ddefnyddio yn unman eto</translation>
</message>
<message>
<source>Not yet asked</source>
<translation>Heb ei ofyn eto</translation>
</message>
<message>
<source>Not yet asked.</source>
<translation>Heb ei ofyn eto.</translation>
</message>
<message>
<source>Not yet identified</source>
<translation>Heb ei adnabod eto</translation>
</message>
<message>
<source>Notes</source>
<translation>Nodiadau</translation>
</message>
<message>
<source>Nothing</source>
<translation>Dim</translation>
</message>
<message>
<source>Nothing asked yet</source>
<translation>Dim wedi’i ofyn eto</translation>
</message>
<message>
<source>Nothing can be added to this chronology here: it can be read.</source>
<translation>Ni ellir ychwanegu dim at y gronoleg hon yma: gellir ei darllen.</translation>
</message>
<message>
<source>Nothing changed.</source>
<translation>Ni newidiodd dim.</translation>
</message>
<message>
<source>Nothing entered yet</source>
<translation>Dim wedi’i gofnodi eto</translation>
</message>
<message>
<source>Nothing found</source>
<translation>Heb ganfod dim</translation>
</message>
<message>
<source>Nothing found.</source>
<translation>Heb ganfod dim.</translation>
</message>
<message>
<source>Nothing found. Fewer letters find more.</source>
<translation>Heb ganfod dim. Mae llai o lythrennau’n canfod mwy.</translation>
</message>
<message>
<source>Nothing has been recorded here yet.</source>
<translation>Nid oes dim wedi’i gofnodi yma eto.</translation>
</message>
<message>
<source>Nothing is cited.</source>
<translation>Ni ddyfynnir dim.</translation>
</message>
<message>
<source>Nothing is drawn, and nobody is named who heard it said.</source>
<translation>Nid oes marc wedi’i wneud, ac ni enwir neb a glywodd ei ddweud.</translation>
</message>
<message>
<source>Nothing is dropped: what was said before stays in the history, and an answer that has no place is carried over and stays in sight. A document that was signed before stays as it is; what is signed after the move is a new version.</source>
<translation>Ni chollir dim: mae’r hyn a ddywedwyd o’r blaen yn aros yn yr hanes, a chaiff ateb heb le ei gario drosodd ac mae’n aros yn y golwg. Mae dogfen a lofnodwyd o’r blaen yn aros fel y mae; mae’r hyn a lofnodir ar ôl symud yn fersiwn newydd.</translation>
</message>
<message>
<source>Nothing is entered yet.</source>
<translation>Nid oes dim wedi’i gofnodi eto.</translation>
</message>
<message>
<source>Nothing is entered yet. At least one is needed.</source>
<translation>Nid oes dim wedi’i gofnodi eto. Mae angen o leiaf un.</translation>
</message>
<message>
<source>Nothing is entered.</source>
<translation>Nid oes dim wedi’i nodi.</translation>
</message>
<message>
<source>Nothing is ever deleted by itself. When its day has come, somebody looks; until then everything stays as it is.</source>
<translation>Nid oes dim byth yn cael ei ddileu ohono’i hun. Pan ddaw’r diwrnod, bydd rhywun yn edrych; tan hynny mae popeth yn aros fel y mae.</translation>
</message>
<message>
<source>Nothing is lost: what you write is kept, and you come back to the same place.</source>
<translation>Ni chollir dim: mae’r hyn a ysgrifennwch yn cael ei gadw, a byddwch yn dod yn ôl i’r un lle.</translation>
</message>
<message>
<source>Nothing is lost; a new mark is made when the vault is locked.</source>
<translation>Ni chollwyd dim; gwneir nod newydd pan gaiff y gladdgell ei chloi.</translation>
</message>
<message>
<source>Nothing is missing</source>
<translation>Nid oes dim ar goll</translation>
</message>
<message>
<source>Nothing is missing.</source>
<translation>Nid oes dim ar goll.</translation>
</message>
<message>
<source>Nothing is recorded as unknown, not safe to ask yet or led by another agency.</source>
<translation>Nid oes dim wedi’i gofnodi fel anhysbys, ddim yn ddiogel gofyn eto neu dan arweiniad asiantaeth arall.</translation>
</message>
<message>
<source>Nothing is recorded at this question yet.</source>
<translation>Nid oes dim wedi’i gofnodi wrth y cwestiwn hwn eto.</translation>
</message>
<message>
<source>Nothing is written down yet</source>
<translation>Nid oes dim wedi’i ysgrifennu eto</translation>
</message>
<message>
<source>Nothing is written of what it said.</source>
<translation>Nid oes dim wedi’i ysgrifennu o’r hyn a ddywedodd.</translation>
</message>
<message>
<source>Nothing is written yet</source>
<translation>Nid oes dim wedi’i ysgrifennu eto</translation>
</message>
<message>
<source>Nothing is written yet.</source>
<translation>Nid oes dim wedi’i ysgrifennu eto.</translation>
</message>
<message>
<source>Nothing is written.</source>
<translation>Nid oes dim wedi’i ysgrifennu.</translation>
</message>
<message>
<source>Nothing of the record: no names, no reference, no menus. Each answer is kept with every key, and goes to its question with who typed it. Skipping leaves no trace, and nobody counts.</source>
<translation>Dim o’r cofnod: dim enwau, dim cyfeirnod, dim dewislenni. Cedwir pob ateb gyda phob trawiad bysell, ac mae’n mynd at ei gwestiwn gan ddweud pwy a’i teipiodd. Nid yw neidio heibio yn gadael ôl, ac nid oes neb yn cyfrif.</translation>
</message>
<message>
<source>Nothing stands in the way of approval.</source>
<translation>Nid oes dim yn rhwystro cymeradwyo.</translation>
</message>
<message>
<source>Nothing stands in the way. Signing makes two documents and a package for your supervisor.</source>
<translation>Nid oes dim yn y ffordd. Mae llofnodi’n gwneud dwy ddogfen a phecyn i’ch goruchwyliwr.</translation>
</message>
<message>
<source>Nothing stood then, and nothing stands now.</source>
<translation>Nid oedd dim yn sefyll bryd hynny, ac nid oes dim yn sefyll nawr.</translation>
</message>
<message>
<source>Nothing that is recorded so far calls for the full assessment.</source>
<translation>Nid oes dim a gofnodwyd hyd yma yn galw am yr asesiad llawn.</translation>
</message>
<message>
<source>Nothing that was recorded is ever changed or taken away. Restoring an answer records it anew, under your name.</source>
<translation>Nid yw dim a gofnodwyd byth yn cael ei newid na’i dynnu ymaith. Mae adfer ateb yn ei gofnodi o’r newydd, o dan eich enw chi.</translation>
</message>
<message>
<source>Nothing to look for yet</source>
<translation>Dim i chwilio amdano eto</translation>
</message>
<message>
<source>Nothing to put on the board yet</source>
<translation>Dim i’w roi ar y bwrdd eto</translation>
</message>
<message>
<source>Nothing to review yet</source>
<translation>Dim i’w adolygu eto</translation>
</message>
<message>
<source>Nothing was answered here last time.</source>
<translation>Ni atebwyd dim yma y tro diwethaf.</translation>
</message>
<message>
<source>Nothing was changed; ask the sender to check their app.</source>
<translation>Ni newidiwyd dim; gofynnwch i’r anfonwr wirio ei ap.</translation>
</message>
<message>
<source>Nothing was erased; report this fault.</source>
<translation>Ni ddilëwyd dim yn derfynol; rhowch wybod am y nam hwn.</translation>
</message>
<message>
<source>Nothing was proposed or erased here</source>
<translation>Nid oes dim wedi’i gynnig na’i ddileu’n derfynol yma</translation>
</message>
<message>
<source>Nothing was refused. What cannot be verified or understood is kept here with its reason.</source>
<translation>Ni wrthodwyd dim. Mae’r hyn na ellir ei ddilysu na’i ddeall yn cael ei gadw yma gyda’r rheswm.</translation>
</message>
<message>
<source>Nothing was submitted yet.</source>
<translation>Ni chyflwynwyd dim eto.</translation>
</message>
<message>
<source>Nothing was written.</source>
<translation>Nid ysgrifennwyd dim.</translation>
</message>
<message>
<source>Nothing yet</source>
<translation>Dim eto</translation>
</message>
<message>
<source>Nothing.</source>
<translation>Dim.</translation>
</message>
<message>
<source>Nothing: every answer was given anew for this assessment.</source>
<translation>Dim: rhoddwyd pob ateb o’r newydd ar gyfer yr asesiad hwn.</translation>
</message>
<message>
<source>Nothing: it is signed</source>
<translation>Dim: mae wedi’i lofnodi</translation>
</message>
<message>
<source>Nothing: the case is closed</source>
<translation>Dim: mae’r achos wedi’i gau</translation>
</message>
<message>
<source>Now</source>
<translation>Nawr</translation>
</message>
<message>
<source>Now: {what}</source>
<translation>Nawr: {what}</translation>
</message>
<message>
<source>Number {n}, {when}, by {who}.</source>
<translation>Rhif {n}, {when}, gan {who}.</translation>
</message>
<message>
<source>Of concern</source>
<translation>Yn bryder</translation>
</message>
<message>
<source>Of concern: {answer}</source>
<translation>Yn destun pryder: {answer}</translation>
</message>
<message>
<source>Offer it no longer</source>
<translation>Peidio â’i chynnig mwyach</translation>
</message>
<message>
<source>On</source>
<translation>Ar</translation>
</message>
<message>
<source>On this computer's own disk, not in a shared or synchronised folder.</source>
<translation>Ar ddisg y cyfrifiadur hwn ei hun, nid mewn ffolder a rennir neu a gysonir.</translation>
</message>
<message>
<source>On which basis?</source>
<translation>Ar ba sail?</translation>
</message>
<message>
<source>On which day was the visit?</source>
<translation>Ar ba ddiwrnod oedd yr ymweliad?</translation>
</message>
<message>
<source>On your answers</source>
<translation>Ar eich atebion</translation>
</message>
<message>
<source>One hour after it was unlocked; you are told ten minutes before.</source>
<translation>Un awr ar ôl ei datgloi; cewch wybod ddeng munud ymlaen llaw.</translation>
</message>
<message>
<source>One is made by itself every day, checked before it counts, and kept for most of a year with wider gaps the older it is. Each is encrypted as the vault is, and opens with the passphrase of its day or the recovery key.</source>
<translation>Gwneir un yn awtomatig bob dydd, ei wirio cyn iddo gyfrif, a’i gadw am y rhan fwyaf o flwyddyn, gyda bylchau mwy wrth iddynt heneiddio. Mae pob un wedi’i amgryptio fel y gladdgell, ac yn agor â chyfrinymadrodd ei ddiwrnod neu’r allwedd adfer.</translation>
</message>
<message>
<source>One page for the team that is on duty tonight.</source>
<translation>Un dudalen i’r tîm sydd ar ddyletswydd heno.</translation>
</message>
<message>
<source>One thing at a time, in words for about eight years: how they want to be called, good and hard days, worries, hopes, who helps, what others should know and not know. It never asks what happened. Do not ask it either: no question about the concern, no guess, no “did anybody”.</source>
<translation>Un peth ar y tro, mewn geiriau ar gyfer tuag wyth oed: pa enw yr hoffent ei gael, dyddiau da ac anodd, pryderon, gobeithion, pwy sy’n helpu, beth ddylai eraill ei wybod a pheidio â’i wybod. Nid yw byth yn gofyn beth ddigwyddodd. Peidiwch chithau â gofyn chwaith: dim cwestiwn am y pryder, dim dyfalu, dim “wnaeth rhywun”.</translation>
</message>
<message>
<source>Only documents made by this app can be checked.</source>
<translation>Dim ond dogfennau a wnaed gan yr ap hwn y gellir eu gwirio.</translation>
</message>
<message>
<source>Only if there is a new reason to keep this case here: two people had it erased.</source>
<translation>Dim ond os oes rheswm newydd dros gadw’r achos hwn yma: cafodd ei ddileu’n derfynol ar gais dau berson.</translation>
</message>
<message>
<source>Only if this child died; some periods count from it.</source>
<translation>Dim ond os bu farw’r plentyn hwn; mae rhai cyfnodau’n cyfrif o’r dyddiad hwnnw.</translation>
</message>
<message>
<source>Only read for now</source>
<translation>Dim ond darllen am nawr</translation>
</message>
<message>
<source>Only you. {name} asks to be able to open this vault too, for a case that has to go on without you. It would get the vault's key, never your signature, and you would be told of each use. Copies and backups of today keep whoever can open them today.</source>
<translation>Chi’n unig. Mae {name} yn gofyn am allu agor y gladdgell hon hefyd, ar gyfer achos y mae’n rhaid iddo barhau hebddoch. Byddai’n cael allwedd y gladdgell, byth eich llofnod, a byddech yn cael gwybod am bob defnydd. Bydd pwy bynnag all agor copïau a chopïau wrth gefn heddiw yn dal i allu eu hagor.</translation>
</message>
<message>
<source>Only you: with the passphrase, or with the recovery key in its envelope.</source>
<translation>Chi’n unig: â’r cyfrinymadrodd, neu â’r allwedd adfer yn ei hamlen.</translation>
</message>
<message>
<source>Open</source>
<translation>Agor</translation>
</message>
<message>
<source>Open a vault that you made before</source>
<translation>Agor claddgell a wnaethoch o’r blaen</translation>
</message>
<message>
<source>Open an assessment first, then what changed in it can be shown.</source>
<translation>Agorwch asesiad yn gyntaf, yna gellir dangos beth newidiodd ynddo.</translation>
</message>
<message>
<source>Open another vault, or make one</source>
<translation>Agor claddgell arall, neu wneud un</translation>
</message>
<message>
<source>Open each line under Fix and Explain.</source>
<translation>Agorwch bob llinell o dan Cywiro ac Egluro.</translation>
</message>
<message>
<source>Open each line under What still stands.</source>
<translation>Agorwch bob llinell o dan “Beth sydd ar ôl i’w wneud”.</translation>
</message>
<message>
<source>Open each to its source and see whether the source says what is written. The app drew them, not the author.</source>
<translation>Agorwch bob un wrth ei ffynhonnell a gweld a yw’r ffynhonnell yn dweud yr hyn a ysgrifennwyd. Yr ap a’u dewisodd, nid yr awdur.</translation>
</message>
<message>
<source>Open ends: {n}</source>
<translation>Pennau rhydd: {n}</translation>
</message>
<message>
<source>Open it again</source>
<translation>Ei agor eto</translation>
</message>
<message>
<source>Open it again on its page “Keeping and closing”, with a reason; everything in it can be read meanwhile.</source>
<translation>Agorwch ef eto ar ei dudalen “Cadw a chau”, gyda rheswm; gellir darllen popeth ynddo yn y cyfamser.</translation>
</message>
<message>
<source>Open it to read the answer; the audit notes that it was on screen.</source>
<translation>Agorwch ef i ddarllen yr ateb; mae’r archwiliad yn nodi ei fod ar y sgrin.</translation>
</message>
<message>
<source>Open its history again.</source>
<translation>Agorwch ei hanes eto.</translation>
</message>
<message>
<source>Open its source</source>
<translation>Agor ei ffynhonnell</translation>
</message>
<message>
<source>Open the app and choose the case there.</source>
<translation>Agorwch yr ap a dewiswch yr achos yno.</translation>
</message>
<message>
<source>Open the assessment again.</source>
<translation>Agorwch yr asesiad eto.</translation>
</message>
<message>
<source>Open the assessment again; if it comes back, tell the person who looks after the form.</source>
<translation>Agorwch yr asesiad eto; os daw hyn yn ôl, dywedwch wrth y person sy’n gofalu am y ffurflen.</translation>
</message>
<message>
<source>Open the assessment at this question</source>
<translation>Agor yr asesiad wrth y cwestiwn hwn</translation>
</message>
<message>
<source>Open the assessment at this row</source>
<translation>Agor yr asesiad wrth y rhes hon</translation>
</message>
<message>
<source>Open the case</source>
<translation>Agor yr achos</translation>
</message>
<message>
<source>Open the case to review it</source>
<translation>Agor yr achos i’w adolygu</translation>
</message>
<message>
<source>Open the case with these answers</source>
<translation>Agor yr achos gyda’r atebion hyn</translation>
</message>
<message>
<source>Open the case's holistic assessment, or start one.</source>
<translation>Agorwch asesiad holistaidd yr achos, neu dechreuwch un.</translation>
</message>
<message>
<source>Open the demonstration</source>
<translation>Agor yr arddangosiad</translation>
</message>
<message>
<source>Open the document from its case and sign what waits there.</source>
<translation>Agorwch y ddogfen o’i hachos a llofnodwch yr hyn sy’n aros yno.</translation>
</message>
<message>
<source>Open the documents</source>
<translation>Agor y dogfennau</translation>
</message>
<message>
<source>Open the first case</source>
<translation>Agor yr achos cyntaf</translation>
</message>
<message>
<source>Open the newest package from the author, then look again.</source>
<translation>Agorwch y pecyn diweddaraf gan yr awdur, yna edrychwch eto.</translation>
</message>
<message>
<source>Open the package that the author sent, then look again.</source>
<translation>Agorwch y pecyn a anfonodd yr awdur, yna edrychwch eto.</translation>
</message>
<message>
<source>Open the page again and choose another.</source>
<translation>Agorwch y dudalen eto a dewiswch un arall.</translation>
</message>
<message>
<source>Open the page again and pick from its list.</source>
<translation>Agorwch y dudalen eto a dewiswch o’i rhestr.</translation>
</message>
<message>
<source>Open the page again and write there.</source>
<translation>Agorwch y dudalen eto ac ysgrifennwch yno.</translation>
</message>
<message>
<source>Open the page again.</source>
<translation>Agorwch y dudalen eto.</translation>
</message>
<message>
<source>Open the page for this child</source>
<translation>Agor y dudalen i’r plentyn hwn</translation>
</message>
<message>
<source>Open the parts that must be read. The next unread one opens here.</source>
<translation>Agorwch y rhannau y mae’n rhaid eu darllen. Mae’r nesaf heb ei darllen yn agor yma.</translation>
</message>
<message>
<source>Open the question of: {title}</source>
<translation>Agor y cwestiwn: {title}</translation>
</message>
<message>
<source>Open the questions that are marked in the assessment and answer them again.</source>
<translation>Agorwch y cwestiynau sydd wedi’u nodi yn yr asesiad ac atebwch nhw eto.</translation>
</message>
<message>
<source>Open the safety plan of: {title}</source>
<translation>Agor y cynllun diogelwch: {title}</translation>
</message>
<message>
<source>Open the settings again.</source>
<translation>Agorwch y gosodiadau eto.</translation>
</message>
<message>
<source>Open the source of the row: {row}</source>
<translation>Agor ffynhonnell y rhes: {row}</translation>
</message>
<message>
<source>Open the source of: {question}</source>
<translation>Agor y ffynhonnell: {question}</translation>
</message>
<message>
<source>Open the source of: {what}</source>
<translation>Agor y ffynhonnell: {what}</translation>
</message>
<message>
<source>Open the vault</source>
<translation>Agor y gladdgell</translation>
</message>
<message>
<source>Open this event</source>
<translation>Agor y digwyddiad hwn</translation>
</message>
<message>
<source>Opened</source>
<translation>Agorwyd</translation>
</message>
<message>
<source>Opened by {name}, {agency}, on {day}: {reason}</source>
<translation>Agorwyd gan {name}, {agency}, ar {day}: {reason}</translation>
</message>
<message>
<source>Opened in part</source>
<translation>Agorwyd yn rhannol</translation>
</message>
<message>
<source>Opening the package</source>
<translation>Wrthi’n agor y pecyn</translation>
</message>
<message>
<source>Opening the vault</source>
<translation>Yn agor y gladdgell</translation>
</message>
<message>
<source>Opening the vault. This takes a few seconds.</source>
<translation>Yn agor y gladdgell. Mae hyn yn cymryd ychydig eiliadau.</translation>
</message>
<message>
<source>Opens its question.</source>
<translation>Yn agor ei gwestiwn.</translation>
</message>
<message>
<source>Option</source>
<translation>Opsiwn</translation>
</message>
<message>
<source>Optional and not asked: {questions}</source>
<translation>Dewisol a heb eu gofyn: {questions}</translation>
</message>
<message>
<source>Optional, begun</source>
<translation>Dewisol, wedi dechrau</translation>
</message>
<message>
<source>Optional, not started</source>
<translation>Dewisol, heb ddechrau</translation>
</message>
<message>
<source>Options</source>
<translation>Opsiynau</translation>
</message>
<message>
<source>Or they said it: who else heard it?</source>
<translation>Neu fe’i dywedwyd: pwy arall a’i clywodd?</translation>
</message>
<message>
<source>Order</source>
<translation>Trefn</translation>
</message>
<message>
<source>Order or condition ends</source>
<translation>Gorchymyn neu amod yn dod i ben</translation>
</message>
<message>
<source>Orders and conditions</source>
<translation>Gorchmynion ac amodau</translation>
</message>
<message>
<source>Ordinary text size</source>
<translation>Maint testun arferol</translation>
</message>
<message>
<source>Organisation</source>
<translation>Sefydliad</translation>
</message>
<message>
<source>Other</source>
<translation>Arall</translation>
</message>
<message>
<source>Other adults</source>
<translation>Oedolion eraill</translation>
</message>
<message>
<source>Other children</source>
<translation>Plant eraill</translation>
</message>
<message>
<source>Other words for a spelling mark…</source>
<translation>Geiriau eraill ar gyfer marc sillafu…</translation>
</message>
<message>
<source>Out-of-hours handover</source>
<translation>Trosglwyddo y tu allan i oriau</translation>
</message>
<message>
<source>Outcome: {words}</source>
<translation>Canlyniad: {words}</translation>
</message>
<message>
<source>Over</source>
<translation>Wedi pasio</translation>
</message>
<message>
<source>Over or due soon</source>
<translation>Wedi pasio neu’n fuan</translation>
</message>
<message>
<source>Over since {day}</source>
<translation>Wedi pasio ers {day}</translation>
</message>
<message>
<source>Own words</source>
<translation>Fy ngeiriau fy hun</translation>
</message>
<message>
<source>PDF documents (*.pdf)</source>
<translation>Dogfennau PDF (*.pdf)</translation>
</message>
<message>
<source>Packages</source>
<translation>Pecynnau</translation>
</message>
<message>
<source>Packages are exchanged in {folder}.</source>
<translation>Mae pecynnau’n cael eu cyfnewid yn {folder}.</translation>
</message>
<message>
<source>Page</source>
<translation>Tudalen</translation>
</message>
<message>
<source>Page Down</source>
<translation>Page Down</translation>
</message>
<message>
<source>Page Up</source>
<translation>Page Up</translation>
</message>
<message>
<source>Page {n} of {all}</source>
<translation>Tudalen {n} o {all}</translation>
</message>
<message>
<source>Paper is not protected by this vault: whoever has it can read it.</source>
<translation>Nid yw’r gladdgell hon yn diogelu papur: gall pwy bynnag sydd ag ef ei ddarllen.</translation>
</message>
<message>
<source>Papers for tonight</source>
<translation>Papurau ar gyfer heno</translation>
</message>
<message>
<source>Papers for tonight: extract, handover, interim plan</source>
<translation>Papurau ar gyfer heno: detholiad, trosglwyddo, cynllun dros dro</translation>
</message>
<message>
<source>Papers for tonight…</source>
<translation>Papurau ar gyfer heno…</translation>
</message>
<message>
<source>Parents: not recorded.</source>
<translation>Rhieni: heb eu cofnodi.</translation>
</message>
<message>
<source>Parents: {names}.</source>
<translation>Rhieni: {names}.</translation>
</message>
<message>
<source>Parents’ generation</source>
<translation>Cenhedlaeth y rhieni</translation>
</message>
<message>
<source>Part</source>
<translation>Rhan</translation>
</message>
<message>
<source>Part of the settings</source>
<translation>Rhan o’r gosodiadau</translation>
</message>
<message>
<source>Partner, now or earlier: {names}.</source>
<translation>Partner, nawr neu gynt: {names}.</translation>
</message>
<message>
<source>Parts of the formulation</source>
<translation>Rhannau o’r fformiwleiddiad</translation>
</message>
<message>
<source>Parts of the settings</source>
<translation>Rhannau o’r gosodiadau</translation>
</message>
<message>
<source>Passphrase</source>
<translation>Cyfrinymadrodd</translation>
</message>
<message>
<source>Passphrase for the other laptop</source>
<translation>Cyfrinymadrodd ar gyfer y gliniadur arall</translation>
</message>
<message>
<source>Passphrase in use</source>
<translation>Cyfrinymadrodd presennol</translation>
</message>
<message>
<source>Passphrase of the backup</source>
<translation>Cyfrinymadrodd y copi wrth gefn</translation>
</message>
<message>
<source>Past: {day}</source>
<translation>Aeth heibio: {day}</translation>
</message>
<message>
<source>People</source>
<translation>Pobl</translation>
</message>
<message>
<source>People and agencies</source>
<translation>Pobl ac asiantaethau</translation>
</message>
<message>
<source>People around this child: {n}. Who lives together, whose child somebody is, what contact there is.</source>
<translation>Pobl o gwmpas y plentyn hwn: {n}. Pwy sy’n byw gyda’i gilydd, plentyn pwy yw rhywun, pa gyswllt sydd.</translation>
</message>
<message>
<source>People besides this child</source>
<translation>Pobl heblaw’r plentyn hwn</translation>
</message>
<message>
<source>People not yet asked about</source>
<translation>Pobl na holwyd amdanynt eto</translation>
</message>
<message>
<source>People to ring</source>
<translation>Pobl i’w ffonio</translation>
</message>
<message>
<source>People with no contact known</source>
<translation>Pobl heb fanylion cyswllt hysbys</translation>
</message>
<message>
<source>People you work with</source>
<translation>Eich cydweithwyr</translation>
</message>
<message>
<source>People, pets, anyone.</source>
<translation>Pobl, anifail anwes, unrhyw un.</translation>
</message>
<message>
<source>Perpetuating</source>
<translation>Yn cynnal</translation>
</message>
<message>
<source>Person</source>
<translation>Person</translation>
</message>
<message>
<source>Pick how much. You can write how: talk, draw, write, or have somebody speak for you.</source>
<translation>Dewis faint. Gelli di ysgrifennu sut: siarad, tynnu llun, ysgrifennu, neu gael rhywun i siarad drosot ti.</translation>
</message>
<message>
<source>Pick how much. You can write what it is, or leave it out.</source>
<translation>Dewis faint. Gelli di ysgrifennu beth yw e, neu ei adael allan.</translation>
</message>
<message>
<source>Pick one. You can write about it too.</source>
<translation>Dewis un. Gelli di ysgrifennu amdano hefyd.</translation>
</message>
<message>
<source>Places that need mending besides: {n}</source>
<translation>Lleoedd eraill y mae angen eu cywiro: {n}</translation>
</message>
<message>
<source>Plan looked at since a condition changed</source>
<translation>Edrych ar y cynllun ers newid mewn amod</translation>
</message>
<message>
<source>Practitioner</source>
<translation>Ymarferydd</translation>
</message>
<message>
<source>Precipitating</source>
<translation>Yn sbarduno</translation>
</message>
<message>
<source>Predisposing</source>
<translation>Yn rhagdueddu</translation>
</message>
<message>
<source>Presenting</source>
<translation>Yn amlwg nawr</translation>
</message>
<message>
<source>Press Escape to go on.</source>
<translation>Pwyswch Escape i barhau.</translation>
</message>
<message>
<source>Press to change who types.</source>
<translation>Pwyswch i newid pwy sy’n teipio.</translation>
</message>
<message>
<source>Previous</source>
<translation>Blaenorol</translation>
</message>
<message>
<source>Previous page</source>
<translation>Tudalen flaenorol</translation>
</message>
<message>
<source>Previous part of the window</source>
<translation>Rhan flaenorol y ffenestr</translation>
</message>
<message>
<source>Previous section</source>
<translation>Adran flaenorol</translation>
</message>
<message>
<source>Print it</source>
<translation>Ei hargraffu</translation>
</message>
<message>
<source>Print: {title}</source>
<translation>Argraffu: {title}</translation>
</message>
<message>
<source>Print…</source>
<translation>Argraffu…</translation>
</message>
<message>
<source>Proposals and receipts</source>
<translation>Cynigion a derbynebau</translation>
</message>
<message>
<source>Propose it</source>
<translation>Ei gynnig</translation>
</message>
<message>
<source>Propose it again as the case stands now.</source>
<translation>Cynigiwch ef eto fel y mae’r achos nawr.</translation>
</message>
<message>
<source>Propose it again, and ask for another answer.</source>
<translation>Cynigiwch ef eto, a gofynnwch am ateb arall.</translation>
</message>
<message>
<source>Propose it yourself.</source>
<translation>Cynigiwch ef eich hun.</translation>
</message>
<message>
<source>Propose to erase it…</source>
<translation>Cynnig ei ddileu’n derfynol…</translation>
</message>
<message>
<source>Propose to erase this case</source>
<translation>Cynnig dileu’r achos hwn yn derfynol</translation>
</message>
<message>
<source>Proposed by</source>
<translation>Cynigiwyd gan</translation>
</message>
<message>
<source>Proposed by {who} on {day}.</source>
<translation>Cynigiwyd gan {who} ar {day}.</translation>
</message>
<message>
<source>Proposed on {day} by {who}.</source>
<translation>Cynigiwyd ar {day} gan {who}.</translation>
</message>
<message>
<source>Protection grid</source>
<translation>Grid amddiffyn</translation>
</message>
<message>
<source>Protective</source>
<translation>Yn amddiffyn</translation>
</message>
<message>
<source>Public task: safeguarding children tonight</source>
<translation>Tasg gyhoeddus: diogelu plant heno</translation>
</message>
<message>
<source>Put both files back from the same backup.</source>
<translation>Rhowch y ddwy ffeil yn ôl o’r un copi wrth gefn.</translation>
</message>
<message>
<source>Put everybody in order</source>
<translation>Rhoi pawb mewn trefn</translation>
</message>
<message>
<source>Put in the list</source>
<translation>Rhoddwyd yn y rhestr</translation>
</message>
<message>
<source>Put it back</source>
<translation>Ei roi’n ôl</translation>
</message>
<message>
<source>Put it in the vault's place</source>
<translation>Ei roi yn lle’r gladdgell</translation>
</message>
<message>
<source>Put keys.json back from a backup of this vault, or try the recovery key.</source>
<translation>Rhowch keys.json yn ôl o gopi wrth gefn o’r gladdgell hon, neu rhowch gynnig ar yr allwedd adfer.</translation>
</message>
<message>
<source>Put keys.json back from a backup of this vault.</source>
<translation>Rhowch keys.json yn ôl o gopi wrth gefn o’r gladdgell hon.</translation>
</message>
<message>
<source>Put the time here</source>
<translation>Rhoi’r amser yma</translation>
</message>
<message>
<source>Put the time into the note</source>
<translation>Rhoi’r amser yn y nodyn</translation>
</message>
<message>
<source>Put them back</source>
<translation>Eu rhoi yn ôl</translation>
</message>
<message>
<source>Put what was written into the record</source>
<translation>Rhoi’r hyn a ysgrifennwyd yn y cofnod</translation>
</message>
<message>
<source>Question</source>
<translation>Cwestiwn</translation>
</message>
<message>
<source>Questions that fit</source>
<translation>Cwestiynau sy’n cyfateb</translation>
</message>
<message>
<source>Quite a lot</source>
<translation>Eithaf llawer</translation>
</message>
<message>
<source>R and a number is the number of a check; F and G in brackets are findings of the inspections that it answers.</source>
<translation>R a rhif yw rhif gwiriad; F ac G mewn cromfachau yw canfyddiadau’r arolygiadau y mae’n eu hateb.</translation>
</message>
<message>
<source>Read it at the review desk</source>
<translation>Ei ddarllen wrth y ddesg adolygu</translation>
</message>
<message>
<source>Read the comments, mend, submit again</source>
<translation>Darllen y sylwadau, cywiro, cyflwyno eto</translation>
</message>
<message>
<source>Reading the form</source>
<translation>Wrthi’n darllen ffurflen</translation>
</message>
<message>
<source>Reading what is recorded…</source>
<translation>Wrthi’n darllen yr hyn a gofnodwyd…</translation>
</message>
<message>
<source>Reading…</source>
<translation>Wrthi’n darllen…</translation>
</message>
<message>
<source>Ready as evidence, not answered yet: {question}</source>
<translation>Yn barod fel tystiolaeth, heb ei ateb eto: {question}</translation>
</message>
<message>
<source>Ready as evidence: any question can cite these words.</source>
<translation>Yn barod fel tystiolaeth: gall unrhyw gwestiwn ddyfynnu’r geiriau hyn.</translation>
</message>
<message>
<source>Reasons for having no answer: {n}</source>
<translation>Rhesymau dros fod heb ateb: {n}</translation>
</message>
<message>
<source>Reasons for no answer…</source>
<translation>Rhesymau dros ddim ateb…</translation>
</message>
<message>
<source>Reassess</source>
<translation>Ailasesu</translation>
</message>
<message>
<source>Reassess this child</source>
<translation>Ailasesu’r plentyn hwn</translation>
</message>
<message>
<source>Reassess: everything is asked anew, with the answer of last time beside each question. Nothing is carried over by itself.</source>
<translation>Ailasesu: gofynnir popeth o’r newydd, gydag ateb y tro diwethaf wrth ymyl pob cwestiwn. Nid oes dim yn cael ei gario drosodd ohono’i hun.</translation>
</message>
<message>
<source>Reassessment</source>
<translation>Ailasesiad</translation>
</message>
<message>
<source>Receive a package</source>
<translation>Derbyn pecyn</translation>
</message>
<message>
<source>Receive a package from a file…</source>
<translation>Derbyn pecyn o ffeil…</translation>
</message>
<message>
<source>Receive a package…</source>
<translation>Derbyn pecyn…</translation>
</message>
<message>
<source>Received</source>
<translation>Derbyniwyd</translation>
</message>
<message>
<source>Received, with something set aside</source>
<translation>Derbyniwyd, gyda rhywbeth o’r neilltu</translation>
</message>
<message>
<source>Record a mark…</source>
<translation>Cofnodi marc…</translation>
</message>
<message>
<source>Record the explanation</source>
<translation>Cofnodi’r eglurhad</translation>
</message>
<message>
<source>Record the reason and ask this much</source>
<translation>Cofnodi’r rheswm a gofyn hyn</translation>
</message>
<message>
<source>Record this mark</source>
<translation>Cofnodi’r marc hwn</translation>
</message>
<message>
<source>Recorded</source>
<translation>Cofnodwyd</translation>
</message>
<message>
<source>Recorded at a time that has not come yet: a clock was wrong.</source>
<translation>Cofnodwyd ar amser nad yw wedi dod eto: roedd cloc yn anghywir.</translation>
</message>
<message>
<source>Recorded at this question now: {reason}.</source>
<translation>Wedi’i gofnodi wrth y cwestiwn hwn nawr: {reason}.</translation>
</message>
<message>
<source>Recorded by</source>
<translation>Cofnodwyd gan</translation>
</message>
<message>
<source>Recorded by {by}, {when}.</source>
<translation>Cofnodwyd gan {by}, {when}.</translation>
</message>
<message>
<source>Recorded by {who}</source>
<translation>Cofnodwyd gan {who}</translation>
</message>
<message>
<source>Recorded by {who} on {when}.</source>
<translation>Cofnodwyd gan {who} ar {when}.</translation>
</message>
<message>
<source>Recorded by {who}, unless a line says otherwise.</source>
<translation>Cofnodwyd gan {who}, oni bai bod llinell yn dweud fel arall.</translation>
</message>
<message>
<source>Recorded by {who}, {when}</source>
<translation>Cofnodwyd gan {who}, {when}</translation>
</message>
<message>
<source>Recorded {when}</source>
<translation>Cofnodwyd {when}</translation>
</message>
<message>
<source>Recorded: not yet asked</source>
<translation>Cofnodwyd: heb ei ofyn eto</translation>
</message>
<message>
<source>Recovery key</source>
<translation>Allwedd adfer</translation>
</message>
<message>
<source>Recovery key in use</source>
<translation>Allwedd adfer bresennol</translation>
</message>
<message>
<source>Recovery key: {key}</source>
<translation>Allwedd adfer: {key}</translation>
</message>
<message>
<source>Redo</source>
<translation>Ail-wneud</translation>
</message>
<message>
<source>Reference</source>
<translation>Cyfeirnod</translation>
</message>
<message>
<source>Reference of the case</source>
<translation>Cyfeirnod yr achos</translation>
</message>
<message>
<source>Reference {ref}</source>
<translation>Cyfeirnod {ref}</translation>
</message>
<message>
<source>Refuse</source>
<translation>Gwrthod</translation>
</message>
<message>
<source>Refuse the explanation of: {what}</source>
<translation>Gwrthod yr eglurhad: {what}</translation>
</message>
<message>
<source>Refused</source>
<translation>Gwrthodwyd</translation>
</message>
<message>
<source>Refuse…</source>
<translation>Gwrthod…</translation>
</message>
<message>
<source>Relation not recorded</source>
<translation>Perthynas heb ei chofnodi</translation>
</message>
<message>
<source>Relation to this child</source>
<translation>Perthynas â’r plentyn hwn</translation>
</message>
<message>
<source>Release of an adult</source>
<translation>Rhyddhau oedolyn</translation>
</message>
<message>
<source>Remove</source>
<translation>Tynnu</translation>
</message>
<message>
<source>Remove one that is not needed.</source>
<translation>Tynnwch un nad oes ei angen.</translation>
</message>
<message>
<source>Remove the unusual character and try again.</source>
<translation>Tynnwch y nod anarferol a cheisiwch eto.</translation>
</message>
<message>
<source>Remove the word</source>
<translation>Tynnu’r gair</translation>
</message>
<message>
<source>Remove this view</source>
<translation>Tynnu’r olwg hon</translation>
</message>
<message>
<source>Remove words in the settings first.</source>
<translation>Tynnwch eiriau yn y gosodiadau yn gyntaf.</translation>
</message>
<message>
<source>Remove {name}</source>
<translation>Tynnu: {name}</translation>
</message>
<message>
<source>Remove {title}</source>
<translation>Tynnu: {title}</translation>
</message>
<message>
<source>Removed</source>
<translation>Tynnwyd</translation>
</message>
<message>
<source>Removed. What was written there stays in the history.</source>
<translation>Tynnwyd. Mae’r hyn a ysgrifennwyd yno’n aros yn yr hanes.</translation>
</message>
<message>
<source>Renew it if somebody may have a copy of this vault and knew its passphrase or recovery key. Everything is encrypted again with a new key; the passphrase stays, and you get a new recovery key.</source>
<translation>Adnewyddwch hi os gallai fod gan rywun gopi o’r gladdgell hon a’i fod yn gwybod ei chyfrinymadrodd neu ei hallwedd adfer. Mae popeth yn cael ei amgryptio eto ag allwedd newydd; mae’r cyfrinymadrodd yn aros, a chewch allwedd adfer newydd.</translation>
</message>
<message>
<source>Renew the vault's key</source>
<translation>Adnewyddu allwedd y gladdgell</translation>
</message>
<message>
<source>Reply</source>
<translation>Ymateb</translation>
</message>
<message>
<source>Reply on: {question}</source>
<translation>Ymateb ar: {question}</translation>
</message>
<message>
<source>Report this fault; nothing was changed.</source>
<translation>Rhowch wybod am y nam hwn; ni newidiwyd dim.</translation>
</message>
<message>
<source>Reported behaviour</source>
<translation>Ymddygiad a adroddwyd</translation>
</message>
<message>
<source>Resolve</source>
<translation>Datrys</translation>
</message>
<message>
<source>Resolve: {question}</source>
<translation>Datrys: {question}</translation>
</message>
<message>
<source>Resolved</source>
<translation>Datryswyd</translation>
</message>
<message>
<source>Restore a backup</source>
<translation>Adfer copi wrth gefn</translation>
</message>
<message>
<source>Restore the vault from its latest backup.</source>
<translation>Adferwch y gladdgell o’i chopi wrth gefn diweddaraf.</translation>
</message>
<message>
<source>Restore this answer</source>
<translation>Adfer yr ateb hwn</translation>
</message>
<message>
<source>Restricted</source>
<translation>Cyfyngedig</translation>
</message>
<message>
<source>Rests on</source>
<translation>Yn seiliedig ar</translation>
</message>
<message>
<source>Return it, and ask the author to submit again.</source>
<translation>Dychwelwch ef, a gofynnwch i’r awdur ei gyflwyno eto.</translation>
</message>
<message>
<source>Return to the author</source>
<translation>Dychwelyd at yr awdur</translation>
</message>
<message>
<source>Returned with comments</source>
<translation>Dychwelwyd gyda sylwadau</translation>
</message>
<message>
<source>Review</source>
<translation>Adolygiad</translation>
</message>
<message>
<source>Role</source>
<translation>Rôl</translation>
</message>
<message>
<source>Row</source>
<translation>Rhes</translation>
</message>
<message>
<source>Running</source>
<translation>Yn rhedeg</translation>
</message>
<message>
<source>Safety plan</source>
<translation>Cynllun diogelwch</translation>
</message>
<message>
<source>Safety plan looked at again</source>
<translation>Edrych eto ar y cynllun diogelwch</translation>
</message>
<message>
<source>Safety plan out of date</source>
<translation>Cynllun diogelwch wedi dyddio</translation>
</message>
<message>
<source>Safety plan: {place}</source>
<translation>Cynllun diogelwch: {place}</translation>
</message>
<message>
<source>Said already, in {section}: {question} {answer}</source>
<translation>Dywedwyd eisoes, yn {section}: {question} {answer}</translation>
</message>
<message>
<source>Said or shown by this child</source>
<translation>Dywedwyd neu dangoswyd gan y plentyn hwn</translation>
</message>
<message>
<source>Said to end before it begins: {n}</source>
<translation>Nodir eu bod yn gorffen cyn dechrau: {n}</translation>
</message>
<message>
<source>Said {day}</source>
<translation>Dywedwyd {day}</translation>
</message>
<message>
<source>Save as PDF…</source>
<translation>Cadw fel PDF…</translation>
</message>
<message>
<source>Save as a paper worksheet…</source>
<translation>Cadw fel taflen waith bapur…</translation>
</message>
<message>
<source>Save the package</source>
<translation>Cadw’r pecyn</translation>
</message>
<message>
<source>Save the package for {name}…</source>
<translation>Cadw’r pecyn ar gyfer {name}…</translation>
</message>
<message>
<source>Save the package…</source>
<translation>Cadw’r pecyn…</translation>
</message>
<message>
<source>Save the paper</source>
<translation>Cadw’r papur</translation>
</message>
<message>
<source>Save the worksheet</source>
<translation>Cadw’r daflen waith</translation>
</message>
<message>
<source>Save your answer</source>
<translation>Cadw eich ateb</translation>
</message>
<message>
<source>Save your answer…</source>
<translation>Cadw eich ateb…</translation>
</message>
<message>
<source>Save your card</source>
<translation>Cadw eich cerdyn</translation>
</message>
<message>
<source>Save your card to a file</source>
<translation>Cadw eich cerdyn mewn ffeil</translation>
</message>
<message>
<source>Saved in this vault at {time}</source>
<translation>Cadwyd yn y gladdgell hon am {time}</translation>
</message>
<message>
<source>Saved. The vault keeps who receives it and why.</source>
<translation>Cadwyd. Mae’r gladdgell yn cadw pwy sy’n ei dderbyn a pham.</translation>
</message>
<message>
<source>Saving</source>
<translation>Wrthi’n cadw</translation>
</message>
<message>
<source>Say in a sentence why it changes.</source>
<translation>Dywedwch mewn brawddeg pam mae’n newid.</translation>
</message>
<message>
<source>Say in a sentence why it is needed.</source>
<translation>Dywedwch mewn brawddeg pam mae ei angen.</translation>
</message>
<message>
<source>Say in a sentence why this one stands.</source>
<translation>Dywedwch mewn brawddeg pam mae hwn yn sefyll.</translation>
</message>
<message>
<source>Say in a sentence why you decline.</source>
<translation>Dywedwch mewn brawddeg pam rydych yn gwrthod.</translation>
</message>
<message>
<source>Say in a sentence why.</source>
<translation>Dywedwch mewn brawddeg pam.</translation>
</message>
<message>
<source>Say that it was not asked yet, then the answer of last time can be taken over.</source>
<translation>Dywedwch nad yw wedi’i ofyn eto, yna gellir defnyddio ateb y tro diwethaf.</translation>
</message>
<message>
<source>Say the words to yourself a few times, then type them once more below. Nobody else sees them.</source>
<translation>Dywedwch y geiriau wrthych eich hun ychydig o weithiau, yna teipiwch nhw unwaith eto isod. Nid oes neb arall yn eu gweld.</translation>
</message>
<message>
<source>Say what was done about it and why it can stand. Cite what this rests on.</source>
<translation>Dywedwch beth a wnaed amdano a pham y gall sefyll. Dyfynnwch yr hyn y mae’n seiliedig arno.</translation>
</message>
<message>
<source>Say who this is: another child, an adult, a worker, or a person not yet identified.</source>
<translation>Dywedwch pwy yw’r person hwn: plentyn arall, oedolyn, gweithiwr, neu berson heb ei adnabod eto.</translation>
</message>
<message>
<source>School or nursery</source>
<translation>Ysgol neu feithrinfa</translation>
</message>
<message>
<source>Seal the correction</source>
<translation>Selio’r cywiriad</translation>
</message>
<message>
<source>Seal the note</source>
<translation>Selio’r nodyn</translation>
</message>
<message>
<source>Seal these words</source>
<translation>Selio’r geiriau hyn</translation>
</message>
<message>
<source>Seal this note</source>
<translation>Selio’r nodyn hwn</translation>
</message>
<message>
<source>Seal this sheet in an envelope, write your name and the day across the flap, and keep it away from the computer.</source>
<translation>Seliwch y ddalen hon mewn amlen, ysgrifennwch eich enw a’r dyddiad ar draws y fflap, a chadwch hi i ffwrdd o’r cyfrifiadur.</translation>
</message>
<message>
<source>Sealed notes of this case</source>
<translation>Nodiadau seliedig yr achos hwn</translation>
</message>
<message>
<source>Sealed {when}. Paragraphs filed: {n} of {of}.</source>
<translation>Seliwyd {when}. Paragraffau a ffeiliwyd: {n} o {of}.</translation>
</message>
<message>
<source>Sealing records the visit on its day in the contact log, by whoever went; the note itself is under your name. It can be filed from then on.</source>
<translation>Mae selio’n cofnodi’r ymweliad ar ei ddiwrnod yn y cofnod cyswllt, gan bwy bynnag a aeth; mae’r nodyn ei hun o dan eich enw chi. Gellir ei ffeilio o hynny ymlaen.</translation>
</message>
<message>
<source>Sealing the package</source>
<translation>Wrthi’n selio’r pecyn</translation>
</message>
<message>
<source>Search</source>
<translation>Chwilio</translation>
</message>
<message>
<source>Section</source>
<translation>Adran</translation>
</message>
<message>
<source>Sections of this assessment</source>
<translation>Adrannau’r asesiad hwn</translation>
</message>
<message>
<source>See all that this child said</source>
<translation>Gweld popeth a ddywedodd y plentyn hwn</translation>
</message>
<message>
<source>See docs/organisation.md for what they hold.</source>
<translation>Gweler docs/organisation.md am yr hyn y maent yn ei gynnwys.</translation>
</message>
<message>
<source>See it as a board</source>
<translation>Ei weld fel bwrdd</translation>
</message>
<message>
<source>See it as a grid</source>
<translation>Ei weld fel grid</translation>
</message>
<message>
<source>See it as a map</source>
<translation>Ei weld fel map</translation>
</message>
<message>
<source>See it as a timeline</source>
<translation>Ei weld fel llinell amser</translation>
</message>
<message>
<source>See its thread</source>
<translation>Gweld yr edefyn</translation>
</message>
<message>
<source>See the levels side by side</source>
<translation>Gweld y lefelau ochr yn ochr</translation>
</message>
<message>
<source>See the plan by setting</source>
<translation>Gweld y cynllun fesul man</translation>
</message>
<message>
<source>See the plan on a line</source>
<translation>Gweld y cynllun ar linell</translation>
</message>
<message>
<source>See this case</source>
<translation>Gweld yr achos hwn</translation>
</message>
<message>
<source>See what changes</source>
<translation>Gweld beth sy’n newid</translation>
</message>
<message>
<source>Seen alone: nobody else could hear</source>
<translation>Gwelwyd heb neb arall: ni allai neb arall glywed</translation>
</message>
<message>
<source>Seen by: {measure}</source>
<translation>I’w weld drwy: {measure}</translation>
</message>
<message>
<source>Seen with somebody else present</source>
<translation>Gwelwyd gyda rhywun arall yn bresennol</translation>
</message>
<message>
<source>Send fewer documents with it.</source>
<translation>Anfonwch lai o ddogfennau gydag ef.</translation>
</message>
<message>
<source>Send the reply</source>
<translation>Anfon yr ymateb</translation>
</message>
<message>
<source>Sent to the printer. The vault keeps who receives it and why.</source>
<translation>Anfonwyd i’r argraffydd. Mae’r gladdgell yn cadw pwy sy’n ei dderbyn a pham.</translation>
</message>
<message>
<source>Set a new passphrase, unlock with it, and try again.</source>
<translation>Gosodwch gyfrinymadrodd newydd, defnyddiwch ef i ddatgloi, a cheisiwch eto.</translation>
</message>
<message>
<source>Set aside</source>
<translation>O’r neilltu</translation>
</message>
<message>
<source>Setting</source>
<translation>Man</translation>
</message>
<message>
<source>Settings</source>
<translation>Gosodiadau</translation>
</message>
<message>
<source>Several people fit. Choose one of them from the list.</source>
<translation>Mae sawl person yn cyfateb. Dewiswch un ohonynt o’r rhestr.</translation>
</message>
<message>
<source>Sex not recorded</source>
<translation>Rhyw heb ei gofnodi</translation>
</message>
<message>
<source>Sex not recorded: {n} in the family. It is asked where a person is entered.</source>
<translation>Rhyw heb ei gofnodi: {n} yn y teulu. Gofynnir amdano lle cofnodir person.</translation>
</message>
<message>
<source>Sex: {words}.</source>
<translation>Rhyw: {words}.</translation>
</message>
<message>
<source>Shares a home</source>
<translation>Yn rhannu cartref</translation>
</message>
<message>
<source>Show</source>
<translation>Dangos</translation>
</message>
<message>
<source>Show all of it</source>
<translation>Dangos y cyfan</translation>
</message>
<message>
<source>Show all of them</source>
<translation>Dangos pob un</translation>
</message>
<message>
<source>Show all {n}</source>
<translation>Dangos pob un: {n}</translation>
</message>
<message>
<source>Show all {n} cases with alerts</source>
<translation>Dangos pob achos â rhybuddion ({n})</translation>
</message>
<message>
<source>Show every open case</source>
<translation>Dangos pob achos agored</translation>
</message>
<message>
<source>Show or hide what it rests on</source>
<translation>Dangos neu guddio ei sail</translation>
</message>
<message>
<source>Show resolved ones: {n}</source>
<translation>Dangos y rhai a ddatryswyd: {n}</translation>
</message>
<message>
<source>Show the key again</source>
<translation>Dangos yr allwedd eto</translation>
</message>
<message>
<source>Show the numbers of the checks</source>
<translation>Dangos rhifau’r gwiriadau</translation>
</message>
<message>
<source>Show the thread of</source>
<translation>Dangos edefyn</translation>
</message>
<message>
<source>Show the thread of: {title}</source>
<translation>Dangos yr edefyn: {title}</translation>
</message>
<message>
<source>Show the thread. {what}</source>
<translation>Dangos yr edefyn. {what}</translation>
</message>
<message>
<source>Show them</source>
<translation>Eu dangos</translation>
</message>
<message>
<source>Show what changed</source>
<translation>Dangos beth newidiodd</translation>
</message>
<message>
<source>Show what is the same, too</source>
<translation>Dangos yr hyn sydd yr un fath hefyd</translation>
</message>
<message>
<source>Show what is typed</source>
<translation>Dangos yr hyn a deipir</translation>
</message>
<message>
<source>Show {rest} more</source>
<translation>Dangos {rest} arall</translation>
</message>
<message>
<source>Shown: {n} of {of}, the newest first. A correction is a new entry; what stood before stays in sight.</source>
<translation>Dangosir: {n} o {of}, y rhai diweddaraf yn gyntaf. Cofnod newydd yw cywiriad; mae’r hyn oedd yno o’r blaen yn aros i’w weld.</translation>
</message>
<message>
<source>Shown: {n} of {of}. Another word narrows them.</source>
<translation>Dangosir: {n} o {of}. Mae gair arall yn eu lleihau.</translation>
</message>
<message>
<source>Shows each drawing as a table that says the same.</source>
<translation>Mae’n dangos pob llun fel tabl sy’n dweud yr un peth.</translation>
</message>
<message>
<source>Side by side</source>
<translation>Ochr yn ochr</translation>
</message>
<message>
<source>Side by side, by name and not by weight: several can be true together.</source>
<translation>Ochr yn ochr, yn ôl enw ac nid yn ôl pwysau: gall sawl un fod yn wir gyda’i gilydd.</translation>
</message>
<message>
<source>Sign and submit</source>
<translation>Llofnodi a chyflwyno</translation>
</message>
<message>
<source>Signed and sealed for {name}. Save the package and hand it over; only {name} can open it.</source>
<translation>Llofnodwyd a seliwyd ar gyfer {name}. Cadwch y pecyn a’i drosglwyddo; dim ond {name} all ei agor.</translation>
</message>
<message>
<source>Signed by {name}, {role}, {when}</source>
<translation>Llofnodwyd gan {name}, {role}, {when}</translation>
</message>
<message>
<source>Signed. Save your answer and hand it to {who}.</source>
<translation>Llofnodwyd. Cadwch eich ateb a’i roi i {who}.</translation>
</message>
<message>
<source>Signing</source>
<translation>Wrthi’n llofnodi</translation>
</message>
<message>
<source>Signing is under way</source>
<translation>Wrthi’n llofnodi</translation>
</message>
<message>
<source>Signing needs you, not only an open laptop.</source>
<translation>Mae angen chi i lofnodi, nid dim ond gliniadur agored.</translation>
</message>
<message>
<source>Since</source>
<translation>Ers</translation>
</message>
<message>
<source>Since it was last approved</source>
<translation>Ers ei gymeradwyo ddiwethaf</translation>
</message>
<message>
<source>Since it was last submitted</source>
<translation>Ers ei gyflwyno ddiwethaf</translation>
</message>
<message>
<source>Since it was started</source>
<translation>Ers ei ddechrau</translation>
</message>
<message>
<source>Since the last decision</source>
<translation>Ers y penderfyniad diwethaf</translation>
</message>
<message>
<source>Since you last looked</source>
<translation>Ers i chi edrych ddiwethaf</translation>
</message>
<message>
<source>Since {day} somebody may look whether its file is still needed.</source>
<translation>Ers {day} caiff rhywun edrych a oes angen ei ffeil o hyd.</translation>
</message>
<message>
<source>Sit beside this child</source>
<translation>Eistedd wrth ymyl y plentyn hwn</translation>
</message>
<message>
<source>Sit beside this child…</source>
<translation>Eistedd wrth ymyl y plentyn hwn…</translation>
</message>
<message>
<source>Size</source>
<translation>Maint</translation>
</message>
<message>
<source>Skip</source>
<translation>Neidio heibio</translation>
</message>
<message>
<source>Sleeping, washing, dressing</source>
<translation>Cysgu, ymolchi, gwisgo</translation>
</message>
<message>
<source>Smaller</source>
<translation>Llai</translation>
</message>
<message>
<source>Smaller text</source>
<translation>Testun llai</translation>
</message>
<message>
<source>Social workers who assess are practitioners here; who reviews is a supervisor.</source>
<translation>Mae gweithwyr cymdeithasol sy’n asesu yn ymarferwyr yma; goruchwyliwr yw’r un sy’n adolygu.</translation>
</message>
<message>
<source>Some</source>
<translation>Rhywfaint</translation>
</message>
<message>
<source>Some findings still stand, or a part that must be read was not opened.</source>
<translation>Mae rhai canfyddiadau’n dal heb eu datrys, neu ni agorwyd rhan y mae’n rhaid ei darllen.</translation>
</message>
<message>
<source>Some of its evidence is not in the case any more.</source>
<translation>Nid yw rhywfaint o’i dystiolaeth yn yr achos mwyach.</translation>
</message>
<message>
<source>Some sections were not opened: open them, or give your reasons.</source>
<translation>Ni chafodd rhai adrannau eu hagor: agorwch nhw, neu rhowch eich rhesymau.</translation>
</message>
<message>
<source>Some statements could not be verified. They are kept below with their reason; tell the sender.</source>
<translation>Nid oedd modd dilysu rhai datganiadau. Maent wedi’u cadw isod gyda’r rheswm; dywedwch wrth yr anfonwr.</translation>
</message>
<message>
<source>Some things still need to be put right or explained before this can be signed.</source>
<translation>Mae angen cywiro neu egluro rhai pethau o hyd cyn y gellir llofnodi hwn.</translation>
</message>
<message>
<source>Somebody</source>
<translation>Rhywun</translation>
</message>
<message>
<source>Somebody else has to explain why this vault is older.</source>
<translation>Rhaid i rywun arall egluro pam mae’r gladdgell hon yn hŷn.</translation>
</message>
<message>
<source>Somebody may have changed it: put keys.json back from a backup of this vault.</source>
<translation>Efallai fod rhywun wedi ei newid: rhowch keys.json yn ôl o gopi wrth gefn o’r gladdgell hon.</translation>
</message>
<message>
<source>Something changed while the receipt was being made.</source>
<translation>Newidiodd rhywbeth wrth i’r dderbynneb gael ei gwneud.</translation>
</message>
<message>
<source>Something else was done after that. Ctrl+Z takes back one after the other, the last one first.</source>
<translation>Gwnaed rhywbeth arall ar ôl hynny. Mae Ctrl+Z yn tynnu’n ôl un ar ôl y llall, yr olaf yn gyntaf.</translation>
</message>
<message>
<source>Something inside the app went wrong ({kind} at {place}).</source>
<translation>Aeth rhywbeth o’i le y tu mewn i’r ap ({kind} yn {place}).</translation>
</message>
<message>
<source>Something that matters to you.</source>
<translation>Rhywbeth sy’n bwysig i ti.</translation>
</message>
<message>
<source>Something was recorded in the case since, so it has to be proposed again.</source>
<translation>Cofnodwyd rhywbeth yn yr achos ers hynny, felly rhaid ei gynnig eto.</translation>
</message>
<message>
<source>Something was recorded in this case since the other person agreed, so their agreement does not fit any more.</source>
<translation>Cofnodwyd rhywbeth yn yr achos hwn ers i’r person arall gytuno, felly nid yw’r cytundeb yn cyfateb mwyach.</translation>
</message>
<message>
<source>Soon, or when you are older.</source>
<translation>Yn fuan, neu pan fyddi di’n hŷn.</translation>
</message>
<message>
<source>Source</source>
<translation>Ffynhonnell</translation>
</message>
<message>
<source>Source: {source}.</source>
<translation>Ffynhonnell: {source}.</translation>
</message>
<message>
<source>Spelling</source>
<translation>Sillafu</translation>
</message>
<message>
<source>Spelling cannot be checked until the vault is opened again.</source>
<translation>Ni ellir gwirio sillafu nes bod y gladdgell wedi’i hagor eto.</translation>
</message>
<message>
<source>Spelling cannot be checked: a dictionary is missing or damaged.</source>
<translation>Ni ellir gwirio sillafu: mae geiriadur ar goll neu wedi’i ddifrodi.</translation>
</message>
<message>
<source>Spelling in the settings</source>
<translation>Sillafu yn y gosodiadau</translation>
</message>
<message>
<source>Spelling is checked no more until the vault is opened again: its helper ended twice.</source>
<translation>Nid yw sillafu’n cael ei wirio mwyach nes bod y gladdgell wedi’i hagor eto: daeth y rhan sy’n ei wirio i ben ddwywaith.</translation>
</message>
<message>
<source>Spelling is switched off; the settings switch it on.</source>
<translation>Mae sillafu wedi’i ddiffodd; gellir ei droi ymlaen yn y gosodiadau.</translation>
</message>
<message>
<source>Spelling marks in this text: {n}. F7 leads to them.</source>
<translation>Marciau sillafu yn y testun hwn: {n}. Mae F7 yn arwain atynt.</translation>
</message>
<message>
<source>Spelling of “{word}”</source>
<translation>Sillafiad “{word}”</translation>
</message>
<message>
<source>Split it over several answers.</source>
<translation>Rhannwch ef rhwng sawl ateb.</translation>
</message>
<message>
<source>Stage</source>
<translation>Cyfnod</translation>
</message>
<message>
<source>Stands now</source>
<translation>Yn sefyll nawr</translation>
</message>
<message>
<source>Stands now, did not then</source>
<translation>Yn sefyll nawr, nid bryd hynny</translation>
</message>
<message>
<source>Start</source>
<translation>Dechrau</translation>
</message>
<message>
<source>Start again, and throw the paper away.</source>
<translation>Dechreuwch eto, a thaflwch y papur.</translation>
</message>
<message>
<source>Start again.</source>
<translation>Dechreuwch eto.</translation>
</message>
<message>
<source>Start an assessment</source>
<translation>Dechrau asesiad</translation>
</message>
<message>
<source>Start an assessment in this case first; then events can be added from anywhere.</source>
<translation>Dechreuwch asesiad yn yr achos hwn yn gyntaf; yna gellir ychwanegu digwyddiadau o unrhyw le.</translation>
</message>
<message>
<source>Start an assessment on the page of the case. What is entered in it is shown here by itself.</source>
<translation>Dechreuwch asesiad ar dudalen yr achos. Bydd yr hyn a gofnodir ynddo’n ymddangos yma ohono’i hun.</translation>
</message>
<message>
<source>Start it again when you are ready.</source>
<translation>Dechreuwch ef eto pan fyddwch yn barod.</translation>
</message>
<message>
<source>Start the first assessment instead.</source>
<translation>Dechreuwch yr asesiad cyntaf yn lle hynny.</translation>
</message>
<message>
<source>Start the holistic assessment in the case.</source>
<translation>Dechreuwch yr asesiad holistaidd yn yr achos.</translation>
</message>
<message>
<source>Start the holistic assessment in the case. From its first answer on, these papers can be printed.</source>
<translation>Dechreuwch yr asesiad holistaidd yn yr achos. O’i ateb cyntaf ymlaen, gellir argraffu’r papurau hyn.</translation>
</message>
<message>
<source>Start with who is safe tonight; everything else can be filled in any order.</source>
<translation>Dechreuwch gyda phwy sy’n ddiogel heno; gellir llenwi popeth arall mewn unrhyw drefn.</translation>
</message>
<message>
<source>Start with: {section}. Any order will do, and everything is kept as you write.</source>
<translation>Dechreuwch gyda: {section}. Gwna unrhyw drefn y tro, a chedwir popeth wrth i chi ysgrifennu.</translation>
</message>
<message>
<source>Start your own vault</source>
<translation>Dechrau eich claddgell eich hun</translation>
</message>
<message>
<source>Started</source>
<translation>Dechreuwyd</translation>
</message>
<message>
<source>State</source>
<translation>Cyflwr</translation>
</message>
<message>
<source>Statements: {entries}, documents: {documents}.</source>
<translation>Datganiadau: {entries}, dogfennau: {documents}.</translation>
</message>
<message>
<source>Step {n} of {all}</source>
<translation>Cam {n} o {all}</translation>
</message>
<message>
<source>Still easy to guess</source>
<translation>Yn dal yn hawdd ei ddyfalu</translation>
</message>
<message>
<source>Still open: {n}</source>
<translation>Agored o hyd: {n}</translation>
</message>
<message>
<source>Stillness and the hours above count all the same.</source>
<translation>Mae’r cyfnod heb weithgarwch a’r oriau uchod yn cyfrif yr un fath.</translation>
</message>
<message>
<source>Stood then and stands now</source>
<translation>Yn sefyll bryd hynny a nawr</translation>
</message>
<message>
<source>Stood then, is not found now</source>
<translation>Yn sefyll bryd hynny, heb ei ganfod nawr</translation>
</message>
<message>
<source>Stop for now</source>
<translation>Stopio am nawr</translation>
</message>
<message>
<source>Stopped</source>
<translation>Stopiwyd</translation>
</message>
<message>
<source>Strategy discussion</source>
<translation>Trafodaeth strategaeth</translation>
</message>
<message>
<source>Strategy discussions</source>
<translation>Trafodaethau strategaeth</translation>
</message>
<message>
<source>Strength</source>
<translation>Cryfder</translation>
</message>
<message>
<source>Strengths</source>
<translation>Cryfderau</translation>
</message>
<message>
<source>Strengths, each by itself</source>
<translation>Cryfderau, fesul un</translation>
</message>
<message>
<source>Strong</source>
<translation>Cryf</translation>
</message>
<message>
<source>Stronger than then</source>
<translation>Cryfach na bryd hynny</translation>
</message>
<message>
<source>Stronger than then: {questions}</source>
<translation>Cryfach na bryd hynny: {questions}</translation>
</message>
<message>
<source>Submit it again.</source>
<translation>Cyflwynwch ef eto.</translation>
</message>
<message>
<source>Submit it first.</source>
<translation>Cyflwynwch ef yn gyntaf.</translation>
</message>
<message>
<source>Submit the new version</source>
<translation>Cyflwyno’r fersiwn newydd</translation>
</message>
<message>
<source>Submitted</source>
<translation>Cyflwynwyd</translation>
</message>
<message>
<source>Submitted by {who}, {when}. Read each part; the app notes which ones you opened.</source>
<translation>Cyflwynwyd gan {who}, {when}. Darllenwch bob rhan; mae’r ap yn nodi pa rai a agorwyd gennych.</translation>
</message>
<message>
<source>Submitted {when} to {who}</source>
<translation>Cyflwynwyd {when} i {who}</translation>
</message>
<message>
<source>Such as 14 Apr 2026 or about April 2026.</source>
<translation>Megis 14 Ebr 2026 neu tua Ebrill 2026.</translation>
</message>
<message>
<source>Such as the name and date of your schedule.</source>
<translation>Megis enw a dyddiad eich amserlen gadw.</translation>
</message>
<message>
<source>Such as: public task, safeguarding; core group member.</source>
<translation>Megis: tasg gyhoeddus, diogelu; aelod o’r grŵp craidd.</translation>
</message>
<message>
<source>Suggest another</source>
<translation>Awgrymu un arall</translation>
</message>
<message>
<source>Suggest five random words ({keys})</source>
<translation>Awgrymu pum gair ar hap ({keys})</translation>
</message>
<message>
<source>Suggest one</source>
<translation>Awgrymu un</translation>
</message>
<message>
<source>Suggested passphrase: {words}</source>
<translation>Cyfrinymadrodd a awgrymir: {words}</translation>
</message>
<message>
<source>Supervision</source>
<translation>Goruchwyliaeth</translation>
</message>
<message>
<source>Supervisor</source>
<translation>Goruchwyliwr</translation>
</message>
<message>
<source>Support</source>
<translation>Cymorth</translation>
</message>
<message>
<source>Support offered</source>
<translation>Cynnig cymorth</translation>
</message>
<message>
<source>Support plan</source>
<translation>Cynllun cymorth</translation>
</message>
<message>
<source>Support started</source>
<translation>Dechrau cymorth</translation>
</message>
<message>
<source>Suspected</source>
<translation>Amheuir</translation>
</message>
<message>
<source>Tables (*.csv)</source>
<translation>Tablau (*.csv)</translation>
</message>
<message>
<source>Take back</source>
<translation>Tynnu’n ôl</translation>
</message>
<message>
<source>Take back filing paragraph {n}</source>
<translation>Tynnu ffeilio paragraff {n} yn ôl</translation>
</message>
<message>
<source>Take back the mark of {who}</source>
<translation>Tynnu’r marc yn ôl: {who}</translation>
</message>
<message>
<source>Take it back</source>
<translation>Ei dynnu’n ôl</translation>
</message>
<message>
<source>Take it in anew</source>
<translation>Ei dderbyn o’r newydd</translation>
</message>
<message>
<source>Take it in anew?</source>
<translation>Ei dderbyn o’r newydd?</translation>
</message>
<message>
<source>Take it over</source>
<translation>Ei ddefnyddio eto</translation>
</message>
<message>
<source>Take over the answer of last time</source>
<translation>Defnyddio ateb y tro diwethaf</translation>
</message>
<message>
<source>Take the proposal back</source>
<translation>Tynnu’r cynnig yn ôl</translation>
</message>
<message>
<source>Taken out of its list. The words stay in the record.</source>
<translation>Tynnwyd o’i restr. Mae’r geiriau’n aros yn y cofnod.</translation>
</message>
<message>
<source>Taken out of the list</source>
<translation>Tynnwyd o’r rhestr</translation>
</message>
<message>
<source>Taken over from an earlier assessment, where it was given on {day}.</source>
<translation>Daw o asesiad cynharach, lle y’i rhoddwyd ar {day}.</translation>
</message>
<message>
<source>Taken over from last time</source>
<translation>Yn dod o’r tro diwethaf</translation>
</message>
<message>
<source>Taken over from {day}</source>
<translation>Daw o {day}</translation>
</message>
<message>
<source>Taken over from {day}, not asked again.</source>
<translation>Daw o {day}, heb ei ofyn eto ers hynny.</translation>
</message>
<message>
<source>Taken over, with its evidence. Ctrl+Z takes it back.</source>
<translation>Defnyddiwyd yr ateb eto, gyda’i dystiolaeth. Mae Ctrl+Z yn dadwneud hyn.</translation>
</message>
<message>
<source>Taking in the answers</source>
<translation>Wrthi’n derbyn yr atebion</translation>
</message>
<message>
<source>Telephone numbers, yours and the duty team’s. They are kept in this vault and stand on each paper.</source>
<translation>Rhifau ffôn, eich rhai chi a rhai’r tîm ar ddyletswydd. Cedwir hwy yn y gladdgell hon ac maent ar bob papur.</translation>
</message>
<message>
<source>Tell your information security officer.</source>
<translation>Dywedwch wrth eich swyddog diogelwch gwybodaeth.</translation>
</message>
<message>
<source>Text size</source>
<translation>Maint y testun</translation>
</message>
<message>
<source>Thank you</source>
<translation>Diolch</translation>
</message>
<message>
<source>That is a recovery key, but not the one of this vault.</source>
<translation>Allwedd adfer yw honno, ond nid un y gladdgell hon.</translation>
</message>
<message>
<source>That is fine. You do not have to say.</source>
<translation>Mae hynny’n iawn. Does dim rhaid i ti ddweud.</translation>
</message>
<message>
<source>That is more than a week ago: connect it soon.</source>
<translation>Mae hynny dros wythnos yn ôl: cysylltwch y cyfrwng yn fuan.</translation>
</message>
<message>
<source>That is not this vault's passphrase.</source>
<translation>Nid hwnnw yw cyfrinymadrodd y gladdgell hon.</translation>
</message>
<message>
<source>That stays as it is, and rests on this paragraph too.</source>
<translation>Mae hynny’n aros fel y mae, ac yn gorffwys ar y paragraff hwn hefyd.</translation>
</message>
<message>
<source>That stays as it is. This paragraph waits there as evidence until somebody answers.</source>
<translation>Mae hynny’n aros fel y mae. Mae’r paragraff hwn yn aros yno fel tystiolaeth nes i rywun ateb.</translation>
</message>
<message>
<source>That stays, and this paragraph is added below it.</source>
<translation>Mae hynny’n aros, ac ychwanegir y paragraff hwn oddi tano.</translation>
</message>
<message>
<source>The administrators of this computer put a configuration of your organisation here. It is in use.</source>
<translation>Rhoddodd gweinyddwyr y cyfrifiadur hwn ffurfweddiad eich sefydliad yma. Mae ar waith.</translation>
</message>
<message>
<source>The answer is saved as {name}.</source>
<translation>Mae’r ateb wedi’i gadw fel {name}.</translation>
</message>
<message>
<source>The answer now: {answer}</source>
<translation>Yr ateb nawr: {answer}</translation>
</message>
<message>
<source>The answer says: {why}</source>
<translation>Mae’r ateb yn dweud: {why}</translation>
</message>
<message>
<source>The answer stands again. The history keeps the other one.</source>
<translation>Mae’r ateb yn sefyll eto. Mae’r hanes yn cadw’r llall.</translation>
</message>
<message>
<source>The assessment</source>
<translation>Yr asesiad</translation>
</message>
<message>
<source>The assessment changed while its documents were being made.</source>
<translation>Newidiodd yr asesiad wrth i’w ddogfennau gael eu gwneud.</translation>
</message>
<message>
<source>The assessment has been submitted since, so this cannot be undone.</source>
<translation>Mae’r asesiad wedi’i gyflwyno ers hynny, felly ni ellir dadwneud hyn.</translation>
</message>
<message>
<source>The assessment speaks for this one; it does not count until somebody ticks it.</source>
<translation>Mae’r asesiad yn awgrymu hwn; nid yw’n cyfrif nes i rywun ei dicio.</translation>
</message>
<message>
<source>The assessor</source>
<translation>Yr asesydd</translation>
</message>
<message>
<source>The audit and the record of this case do not agree.</source>
<translation>Nid yw’r archwiliad a chofnod yr achos hwn yn cytuno.</translation>
</message>
<message>
<source>The backup and its copy are made and checked.</source>
<translation>Mae’r copi wrth gefn a’i gopi wedi’u gwneud a’u gwirio.</translation>
</message>
<message>
<source>The backup is in place</source>
<translation>Mae’r copi wrth gefn yn ei le</translation>
</message>
<message>
<source>The backup is made and checked.</source>
<translation>Mae’r copi wrth gefn wedi’i wneud a’i wirio.</translation>
</message>
<message>
<source>The board shows what is written under Making sense: each part with its evidence, other explanations beside it, and the thread from what is known to what gets better.</source>
<translation>Mae’r bwrdd yn dangos yr hyn a ysgrifennwyd o dan Gwneud synnwyr: pob rhan gyda’i thystiolaeth, esboniadau eraill wrth ei hymyl, a’r edefyn o’r hyn sy’n hysbys i’r hyn sy’n gwella.</translation>
</message>
<message>
<source>The card could not be written there.</source>
<translation>Nid oedd modd ysgrifennu’r cerdyn yno.</translation>
</message>
<message>
<source>The card is confirmed. You can send to this person now.</source>
<translation>Mae’r cerdyn wedi’i gadarnhau. Gallwch anfon at y person hwn nawr.</translation>
</message>
<message>
<source>The card of whoever proposed this is not verified any more.</source>
<translation>Nid yw cerdyn y person a gynigiodd hyn wedi’i ddilysu mwyach.</translation>
</message>
<message>
<source>The card says: {name}, {role}.</source>
<translation>Mae’r cerdyn yn dweud: {name}, {role}.</translation>
</message>
<message>
<source>The card that this certificate is for is not here.</source>
<translation>Nid yw’r cerdyn y mae’r dystysgrif hon ar ei gyfer yma.</translation>
</message>
<message>
<source>The case is closed.</source>
<translation>Mae’r achos wedi’i gau.</translation>
</message>
<message>
<source>The case is erased. Lock the vault, so that nothing of it stays in this computer’s memory.</source>
<translation>Mae’r achos wedi’i ddileu’n derfynol. Clowch y gladdgell, fel nad oes dim ohono’n aros yng nghof y cyfrifiadur hwn.</translation>
</message>
<message>
<source>The case is held.</source>
<translation>Mae gafael ar yr achos.</translation>
</message>
<message>
<source>The case is open again.</source>
<translation>Mae’r achos ar agor eto.</translation>
</message>
<message>
<source>The cases are all there; what is looked for, or which cases are shown, leaves none of them.</source>
<translation>Mae’r achosion i gyd yno; mae’r hyn y chwilir amdano, neu’r dewis o achosion a ddangosir, yn eu cuddio i gyd.</translation>
</message>
<message>
<source>The change of the vault's key was broken off and can be neither finished nor undone with this secret.</source>
<translation>Torrwyd ar draws newid allwedd y gladdgell, ac ni ellir ei orffen na’i ddadwneud â’r gyfrinach hon.</translation>
</message>
<message>
<source>The checks read the options of this list, so none can be added here.</source>
<translation>Mae’r gwiriadau’n darllen opsiynau’r rhestr hon, felly ni ellir ychwanegu dim yma.</translation>
</message>
<message>
<source>The child process does not know this work.</source>
<translation>Nid yw is-broses y rhaglen yn adnabod y gwaith hwn.</translation>
</message>
<message>
<source>The chosen folder already holds a vault or other files.</source>
<translation>Mae claddgell neu ffeiliau eraill yn y ffolder a ddewiswyd eisoes.</translation>
</message>
<message>
<source>The chosen folder holds other files.</source>
<translation>Mae ffeiliau eraill yn y ffolder a ddewiswyd.</translation>
</message>
<message>
<source>The clock was set back before this.</source>
<translation>Cafodd y cloc ei droi’n ôl cyn hyn.</translation>
</message>
<message>
<source>The configuration of your organisation is in use.</source>
<translation>Mae ffurfweddiad eich sefydliad ar waith.</translation>
</message>
<message>
<source>The configuration says that it comes from {name}.</source>
<translation>Mae’r ffurfweddiad yn dweud ei fod yn dod gan {name}.</translation>
</message>
<message>
<source>The content does not belong to this document.</source>
<translation>Nid yw’r cynnwys yn perthyn i’r ddogfen hon.</translation>
</message>
<message>
<source>The copy in your vault is not the same: ask for the case once more if you want to see what is meant.</source>
<translation>Nid yw’r copi yn eich claddgell chi yr un fath: gofynnwch am yr achos unwaith eto os hoffech weld beth a olygir.</translation>
</message>
<message>
<source>The copy in your vault is the same. It is erased by you, with these two signatures, when you choose.</source>
<translation>Mae’r copi yn eich claddgell chi yr un fath. Chi sy’n ei ddileu’n derfynol, gyda’r ddau lofnod hyn, pan fyddwch yn dewis.</translation>
</message>
<message>
<source>The copy is made and checked. Store it elsewhere than this computer.</source>
<translation>Mae’r copi wedi’i wneud a’i wirio. Storiwch ef i ffwrdd o’r cyfrifiadur hwn.</translation>
</message>
<message>
<source>The council, trust or organisation that you work for.</source>
<translation>Y cyngor, yr ymddiriedolaeth neu’r sefydliad rydych yn gweithio iddo.</translation>
</message>
<message>
<source>The database in this folder is not encrypted, so it is not this vault's.</source>
<translation>Nid yw’r gronfa ddata yn y ffolder hon wedi’i hamgryptio, felly nid un y gladdgell hon ydyw.</translation>
</message>
<message>
<source>The date is not exact</source>
<translation>Nid yw’r dyddiad yn fanwl gywir</translation>
</message>
<message>
<source>The date of birth is not recorded, and a day is counted from it.</source>
<translation>Nid yw’r dyddiad geni wedi’i gofnodi, a chyfrifir diwrnod ohono.</translation>
</message>
<message>
<source>The day from which this file may be looked at has not come, or cannot be worked out.</source>
<translation>Nid yw’r diwrnod y caniateir edrych ar y ffeil hon wedi dod, neu ni ellir ei gyfrifo.</translation>
</message>
<message>
<source>The day has passed</source>
<translation>Mae’r dyddiad wedi bod</translation>
</message>
<message>
<source>The day of receipt is day 0. Limits are those of the guidance kept with this assessment.</source>
<translation>Y diwrnod derbyn yw diwrnod 0. Y terfynau yw rhai’r canllawiau a gedwir gyda’r asesiad hwn.</translation>
</message>
<message>
<source>The day of the next look has come, and the file is not needed any more</source>
<translation>Mae diwrnod yr edrychiad nesaf wedi dod, ac nid oes angen y ffeil mwyach</translation>
</message>
<message>
<source>The day of the visit is before this child was born.</source>
<translation>Mae diwrnod yr ymweliad cyn i’r plentyn hwn gael ei eni.</translation>
</message>
<message>
<source>The day of the visit is not written as a date.</source>
<translation>Nid yw diwrnod yr ymweliad wedi’i ysgrifennu fel dyddiad.</translation>
</message>
<message>
<source>The day of the visit is still to come.</source>
<translation>Nid yw diwrnod yr ymweliad wedi dod eto.</translation>
</message>
<message>
<source>The day on which to ask again has come.</source>
<translation>Mae’r diwrnod i ofyn eto wedi dod.</translation>
</message>
<message>
<source>The day to look again has passed. {days}</source>
<translation>Mae’r diwrnod i edrych eto wedi mynd heibio. {days}</translation>
</message>
<message>
<source>The demonstration</source>
<translation>Yr arddangosiad</translation>
</message>
<message>
<source>The demonstration could not be built. Try again, or run the command hsb-assess demo and see what it says.</source>
<translation>Nid oedd modd adeiladu’r arddangosiad. Ceisiwch eto, neu rhedwch y gorchymyn hsb-assess demo i weld beth mae’n ei ddweud.</translation>
</message>
<message>
<source>The demonstration is being built</source>
<translation>Wrthi’n adeiladu’r arddangosiad</translation>
</message>
<message>
<source>The disk is full. The room that was kept aside for this was used.</source>
<translation>Mae’r ddisg yn llawn. Defnyddiwyd y lle a gadwyd wrth gefn ar gyfer hyn.</translation>
</message>
<message>
<source>The disk would not take the data: it is full, or its quota is used up.</source>
<translation>Gwrthododd y ddisg y data: mae’n llawn, neu mae ei chwota wedi’i ddefnyddio.</translation>
</message>
<message>
<source>The disk would not take the data: it is full.</source>
<translation>Gwrthododd y ddisg y data: mae’n llawn.</translation>
</message>
<message>
<source>The document as plain text</source>
<translation>Y ddogfen fel testun plaen</translation>
</message>
<message>
<source>The document does not say who must sign it.</source>
<translation>Nid yw’r ddogfen yn dweud pwy sy’n gorfod ei llofnodi.</translation>
</message>
<message>
<source>The document's list of signatures is damaged.</source>
<translation>Mae rhestr llofnodion y ddogfen wedi’i difrodi.</translation>
</message>
<message>
<source>The document, page by page</source>
<translation>Y ddogfen, fesul tudalen</translation>
</message>
<message>
<source>The earlier one</source>
<translation>Yr un cynharach</translation>
</message>
<message>
<source>The eight words: {words}</source>
<translation>Yr wyth gair: {words}</translation>
</message>
<message>
<source>The entries in this package do not have the expected form.</source>
<translation>Nid oes gan y cofnodion yn y pecyn hwn y ffurf ddisgwyliedig.</translation>
</message>
<message>
<source>The explanation is not complete.</source>
<translation>Nid yw’r eglurhad yn gyflawn.</translation>
</message>
<message>
<source>The explanation is recorded. Everything can be changed again.</source>
<translation>Mae’r eglurhad wedi’i gofnodi. Gellir newid popeth eto.</translation>
</message>
<message>
<source>The exported copy is no longer protected by this vault: whoever has the file can read it.</source>
<translation>Nid yw’r gladdgell hon yn diogelu’r copi a allforiwyd mwyach: gall pwy bynnag sydd â’r ffeil ei darllen.</translation>
</message>
<message>
<source>The file could not be written there.</source>
<translation>Nid oedd modd ysgrifennu’r ffeil yno.</translation>
</message>
<message>
<source>The first day comes once, before any other tier.</source>
<translation>Daw’r diwrnod cyntaf unwaith, cyn unrhyw haen arall.</translation>
</message>
<message>
<source>The first day is not an assessment to sign.</source>
<translation>Nid yw’r diwrnod cyntaf yn asesiad i’w lofnodi.</translation>
</message>
<message>
<source>The first one is made by itself soon, or now if you ask.</source>
<translation>Gwneir yr un cyntaf yn awtomatig yn fuan, neu nawr os gofynnwch.</translation>
</message>
<message>
<source>The folder holds another vault than the one that this backup was made of.</source>
<translation>Mae’r ffolder yn cynnwys claddgell wahanol i’r un y gwnaed y copi wrth gefn hwn ohoni.</translation>
</message>
<message>
<source>The form</source>
<translation>Y ffurflen</translation>
</message>
<message>
<source>The form does not take this answer any more.</source>
<translation>Nid yw’r ffurflen yn derbyn yr ateb hwn mwyach.</translation>
</message>
<message>
<source>The form that this assessment was made with is not on this laptop.</source>
<translation>Nid yw’r ffurflen y gwnaed yr asesiad hwn â hi ar y gliniadur hwn.</translation>
</message>
<message>
<source>The golden thread</source>
<translation>Yr edefyn aur</translation>
</message>
<message>
<source>The guidance has changed since this assessment began.</source>
<translation>Mae’r canllawiau wedi newid ers dechrau’r asesiad hwn.</translation>
</message>
<message>
<source>The guidance that came with this package cannot be read.</source>
<translation>Ni ellir darllen y canllawiau a ddaeth gyda’r pecyn hwn.</translation>
</message>
<message>
<source>The guidance that this assessment keeps is not on this laptop.</source>
<translation>Nid yw’r canllawiau y mae’r asesiad hwn yn eu cadw ar y gliniadur hwn.</translation>
</message>
<message>
<source>The hold is lifted.</source>
<translation>Codwyd yr afael gyfreithiol.</translation>
</message>
<message>
<source>The key file and the database do not belong to the same vault.</source>
<translation>Nid yw’r ffeil allweddi a’r gronfa ddata yn perthyn i’r un gladdgell.</translation>
</message>
<message>
<source>The key is on paper</source>
<translation>Mae’r allwedd ar bapur</translation>
</message>
<message>
<source>The keys</source>
<translation>Y bysellau</translation>
</message>
<message>
<source>The keys in this vault cannot be read.</source>
<translation>Ni ellir darllen yr allweddi yn y gladdgell hon.</translation>
</message>
<message>
<source>The lanes at the top are this child’s own. What is said to have happened is shown as it was recorded.</source>
<translation>Y lonydd ar y brig yw rhai’r plentyn hwn ei hun. Dangosir yr hyn y dywedir iddo ddigwydd fel y’i cofnodwyd.</translation>
</message>
<message>
<source>The laptop's clock was set back before this was recorded.</source>
<translation>Cafodd cloc y gliniadur ei droi’n ôl cyn i hyn gael ei gofnodi.</translation>
</message>
<message>
<source>The last copy was made on {moment}.</source>
<translation>Gwnaed y copi diwethaf ar {moment}.</translation>
</message>
<message>
<source>The later of the two counts.</source>
<translation>Yr hwyraf o’r ddau sy’n cyfrif.</translation>
</message>
<message>
<source>The later one</source>
<translation>Yr un diweddarach</translation>
</message>
<message>
<source>The list has this option already.</source>
<translation>Mae’r opsiwn hwn yn y rhestr eisoes.</translation>
</message>
<message>
<source>The list of events is asked for at a fuller level. What is added here is kept, and can be opened there then.</source>
<translation>Gofynnir am y rhestr o ddigwyddiadau ar lefel lawnach. Cedwir yr hyn a ychwanegir yma, a gellir ei agor yno bryd hynny.</translation>
</message>
<message>
<source>The list of people who must sign this document has no proper form.</source>
<translation>Nid oes ffurf gywir ar y rhestr o bobl sy’n gorfod llofnodi’r ddogfen hon.</translation>
</message>
<message>
<source>The list of what this backup holds cannot be read.</source>
<translation>Ni ellir darllen y rhestr o’r hyn sydd yn y copi wrth gefn hwn.</translation>
</message>
<message>
<source>The list of what this backup holds was not written with the keys of its vault.</source>
<translation>Nid ag allweddi ei gladdgell yr ysgrifennwyd y rhestr o’r hyn sydd yn y copi wrth gefn hwn.</translation>
</message>
<message>
<source>The mark is recorded.</source>
<translation>Mae’r marc wedi’i gofnodi.</translation>
</message>
<message>
<source>The mark is taken back. It stays in the history.</source>
<translation>Mae’r marc wedi’i dynnu’n ôl. Mae’n aros yn yr hanes.</translation>
</message>
<message>
<source>The mark of how far this vault had come cannot be read, or is not its owner's.</source>
<translation>Ni ellir darllen y nod sy’n dangos pa mor bell y daeth y gladdgell hon, neu nid nod ei pherchennog ydyw.</translation>
</message>
<message>
<source>The name or the agency cannot be used on a contact card.</source>
<translation>Ni ellir defnyddio’r enw neu’r asiantaeth ar gerdyn cyswllt.</translation>
</message>
<message>
<source>The name that you sign reports with, for example Asha Rahman.</source>
<translation>Yr enw rydych yn llofnodi adroddiadau ag ef, er enghraifft Asha Rahman.</translation>
</message>
<message>
<source>The new recovery key opens this vault. Destroy the old paper.</source>
<translation>Mae’r allwedd adfer newydd yn agor y gladdgell hon. Dinistriwch yr hen bapur.</translation>
</message>
<message>
<source>The newest change first</source>
<translation>Y newid diweddaraf yn gyntaf</translation>
</message>
<message>
<source>The newest {n}; narrow it to see older ones.</source>
<translation>Y {n} diweddaraf; cyfyngwch y rhestr i weld rhai hŷn.</translation>
</message>
<message>
<source>The next generation</source>
<translation>Y genhedlaeth nesaf</translation>
</message>
<message>
<source>The note does not say how this child was seen.</source>
<translation>Nid yw’r nodyn yn dweud sut y gwelwyd y plentyn hwn.</translation>
</message>
<message>
<source>The note does not say on which day the visit was.</source>
<translation>Nid yw’r nodyn yn dweud ar ba ddiwrnod oedd yr ymweliad.</translation>
</message>
<message>
<source>The note does not say who went.</source>
<translation>Nid yw’r nodyn yn dweud pwy a aeth.</translation>
</message>
<message>
<source>The note is sealed, and the visit stands in the contact log.</source>
<translation>Mae’r nodyn wedi’i selio, ac mae’r ymweliad yn y cofnod cyswllt.</translation>
</message>
<message>
<source>The note is thrown away.</source>
<translation>Mae’r nodyn wedi’i daflu.</translation>
</message>
<message>
<source>The one that is chosen in the list.</source>
<translation>Yr un sydd wedi’i ddewis yn y rhestr.</translation>
</message>
<message>
<source>The one your service uses. It stands on every page of every document; do not use a name.</source>
<translation>Yr un y mae eich gwasanaeth yn ei ddefnyddio. Mae ar bob tudalen o bob dogfen; peidiwch â defnyddio enw.</translation>
</message>
<message>
<source>The organisation opened this vault, and has none of its person's own keys.</source>
<translation>Agorwyd y gladdgell hon gan y sefydliad, ac nid oes ganddo allweddi ei pherchennog.</translation>
</message>
<message>
<source>The organisation's part of the vault's key file is damaged.</source>
<translation>Mae rhan y sefydliad o ffeil allweddi’r gladdgell wedi’i difrodi.</translation>
</message>
<message>
<source>The organisation’s own file keeps it, and this copy is not needed any more</source>
<translation>Mae ffeil y sefydliad ei hun yn ei gadw, ac nid oes angen y copi hwn mwyach</translation>
</message>
<message>
<source>The other person's card was changed meanwhile.</source>
<translation>Newidiwyd cerdyn y person arall yn y cyfamser.</translation>
</message>
<message>
<source>The other sections</source>
<translation>Yr adrannau eraill</translation>
</message>
<message>
<source>The package for the other person can be made again if it was lost.</source>
<translation>Gellir gwneud y pecyn i’r person arall eto os cafodd ei golli.</translation>
</message>
<message>
<source>The package for {who} is ready to be saved.</source>
<translation>Mae’r pecyn ar gyfer {who} yn barod i’w gadw.</translation>
</message>
<message>
<source>The package for {who} is ready. Save it and hand it over: only they can open it.</source>
<translation>Mae’r pecyn i {who} yn barod. Cadwch ef a’i drosglwyddo: dim ond y person hwnnw all ei agor.</translation>
</message>
<message>
<source>The package is not kept. Make it again if it was lost or never saved.</source>
<translation>Nid yw’r pecyn yn cael ei gadw. Gwnewch ef eto os aeth ar goll neu os na chafodd ei gadw.</translation>
</message>
<message>
<source>The package is saved as {name}.</source>
<translation>Mae’r pecyn wedi’i gadw fel {name}.</translation>
</message>
<message>
<source>The package is saved as {name}. Only {who} can open it.</source>
<translation>Mae’r pecyn wedi’i gadw fel {name}. Dim ond {who} all ei agor.</translation>
</message>
<message>
<source>The package is saved. Hand it over by a way that your service allows.</source>
<translation>Mae’r pecyn wedi’i gadw. Trosglwyddwch ef mewn ffordd y mae eich gwasanaeth yn ei chaniatáu.</translation>
</message>
<message>
<source>The page below stays as it is. Escape puts this away and keeps what is written; Ctrl+Shift+E brings it back.</source>
<translation>Mae’r dudalen isod yn aros fel y mae. Mae Escape yn rhoi hwn o’r neilltu ac yn cadw’r hyn a ysgrifennwyd; mae Ctrl+Shift+E yn dod ag ef yn ôl.</translation>
</message>
<message>
<source>The page is built anew in it. What has no Welsh yet is shown in English.</source>
<translation>Caiff y dudalen ei hailadeiladu yn yr iaith honno. Dangosir yn Saesneg yr hyn sydd heb Gymraeg eto.</translation>
</message>
<message>
<source>The page on screen</source>
<translation>Y dudalen ar y sgrin</translation>
</message>
<message>
<source>The paper could not be made.</source>
<translation>Ni ellid gwneud y papur.</translation>
</message>
<message>
<source>The part of the key file that says who else can open this vault was changed outside the app. Somebody may have taken your organisation's key out or put another in. Tell your information security officer.</source>
<translation>Newidiwyd, y tu allan i’r ap, y rhan o’r ffeil allweddi sy’n dweud pwy arall all agor y gladdgell hon. Gall fod rhywun wedi tynnu allwedd eich sefydliad allan neu wedi rhoi un arall i mewn. Dywedwch wrth eich swyddog diogelwch gwybodaeth.</translation>
</message>
<message>
<source>The part of the program that encrypts the vault is missing or has been exchanged.</source>
<translation>Mae’r rhan o’r rhaglen sy’n amgryptio’r gladdgell ar goll neu wedi’i chyfnewid.</translation>
</message>
<message>
<source>The passphrase is asked for again after {n} hours.</source>
<translation>Gofynnir am y cyfrinymadrodd eto ar ôl {n} awr.</translation>
</message>
<message>
<source>The passphrase is changed. Use the new one from now on.</source>
<translation>Mae’r cyfrinymadrodd wedi’i newid. Defnyddiwch yr un newydd o hyn ymlaen.</translation>
</message>
<message>
<source>The passphrase needs at least {n} characters.</source>
<translation>Mae angen o leiaf {n} nod yn y cyfrinymadrodd.</translation>
</message>
<message>
<source>The places for signatures do not match the people who must sign.</source>
<translation>Nid yw’r lleoedd ar gyfer llofnodion yn cyfateb i’r bobl sy’n gorfod llofnodi.</translation>
</message>
<message>
<source>The plan as a whole</source>
<translation>Y cynllun cyfan</translation>
</message>
<message>
<source>The proposal is taken back.</source>
<translation>Mae’r cynnig wedi’i dynnu’n ôl.</translation>
</message>
<message>
<source>The question reads otherwise now.</source>
<translation>Mae geiriad y cwestiwn yn wahanol nawr.</translation>
</message>
<message>
<source>The reason given: {reason} Settings, Organisation, has the list.</source>
<translation>Y rheswm a roddwyd: {reason} Mae’r rhestr o dan Gosodiadau, Sefydliad.</translation>
</message>
<message>
<source>The receipt is signed with your key.</source>
<translation>Llofnodir y dderbynneb â’ch allwedd.</translation>
</message>
<message>
<source>The recovery key is not typed as it was printed.</source>
<translation>Nid yw’r allwedd adfer wedi’i theipio fel yr argraffwyd hi.</translation>
</message>
<message>
<source>The recovery key of this vault never came back from paper.</source>
<translation>Ni ddaeth allwedd adfer y gladdgell hon erioed yn ôl oddi ar bapur.</translation>
</message>
<message>
<source>The recovery key stays as it is. A backup made before today still opens with the passphrase of its time: if somebody else knows it, renew the vault's key too, make new backups and destroy the old ones.</source>
<translation>Mae’r allwedd adfer yn aros fel y mae. Mae copi wrth gefn a wnaed cyn heddiw yn dal i agor â chyfrinymadrodd ei gyfnod: os yw rhywun arall yn ei wybod, adnewyddwch allwedd y gladdgell hefyd, gwnewch gopïau wrth gefn newydd a dinistriwch yr hen rai.</translation>
</message>
<message>
<source>The row around this list is not here.</source>
<translation>Nid yw’r rhes o amgylch y rhestr hon yma.</translation>
</message>
<message>
<source>The rules find nothing to fix, explain or consider.</source>
<translation>Nid yw’r rheolau’n canfod dim i’w gywiro, ei egluro na’i ystyried.</translation>
</message>
<message>
<source>The same</source>
<translation>Yr un fath</translation>
</message>
<message>
<source>The same as a table</source>
<translation>Yr un peth fel tabl</translation>
</message>
<message>
<source>The same as a table:</source>
<translation>Yr un peth ar ffurf tabl:</translation>
</message>
<message>
<source>The same as last time ({day}).</source>
<translation>Yr un fath â’r tro diwethaf ({day}).</translation>
</message>
<message>
<source>The same as then, and not listed: {n}.</source>
<translation>Yr un fath â bryd hynny, heb eu rhestru: {n}.</translation>
</message>
<message>
<source>The same words {n} times</source>
<translation>Yr un geiriau {n} gwaith</translation>
</message>
<message>
<source>The same, on other evidence</source>
<translation>Yr un fath, ar dystiolaeth arall</translation>
</message>
<message>
<source>The same: taken over, not asked again</source>
<translation>Yr un fath: daw o’r tro diwethaf, heb ei ofyn eto</translation>
</message>
<message>
<source>The screen is covered. Press Escape to show it again.</source>
<translation>Mae’r sgrin wedi’i gorchuddio. Pwyswch Escape i’w dangos eto.</translation>
</message>
<message>
<source>The second medium is not there.</source>
<translation>Nid yw’r ail gyfrwng yno.</translation>
</message>
<message>
<source>The second moment is before the first.</source>
<translation>Mae’r ail adeg cyn y gyntaf.</translation>
</message>
<message>
<source>The second person has not agreed.</source>
<translation>Nid yw’r ail berson wedi cytuno.</translation>
</message>
<message>
<source>The sender's keys are not the ones on the card that you verified.</source>
<translation>Nid allweddi’r anfonwr yw’r rhai ar y cerdyn a ddilyswyd gennych.</translation>
</message>
<message>
<source>The settings</source>
<translation>Y gosodiadau</translation>
</message>
<message>
<source>The supervisor</source>
<translation>Y goruchwyliwr</translation>
</message>
<message>
<source>The supervisor has written no comments.</source>
<translation>Nid yw’r goruchwyliwr wedi ysgrifennu sylwadau.</translation>
</message>
<message>
<source>The table below says the same.</source>
<translation>Mae’r tabl isod yn dweud yr un peth.</translation>
</message>
<message>
<source>The texts of the checks cannot be read.</source>
<translation>Ni ellir darllen testunau’r gwiriadau.</translation>
</message>
<message>
<source>The thread, stage by stage</source>
<translation>Yr edefyn, fesul cam</translation>
</message>
<message>
<source>The time of the visit is not written as a time.</source>
<translation>Nid yw amser yr ymweliad wedi’i ysgrifennu fel amser.</translation>
</message>
<message>
<source>The time of the visit is still to come.</source>
<translation>Nid yw amser yr ymweliad wedi dod eto.</translation>
</message>
<message>
<source>The two passphrases are not the same.</source>
<translation>Nid yw’r ddau gyfrinymadrodd yr un fath.</translation>
</message>
<message>
<source>The two passphrases are not the same. Type it once more.</source>
<translation>Nid yw’r ddau gyfrinymadrodd yr un fath. Teipiwch ef unwaith eto.</translation>
</message>
<message>
<source>The vault is busy with another task.</source>
<translation>Mae’r gladdgell yn brysur â thasg arall.</translation>
</message>
<message>
<source>The vault is encrypted before anything is written there.</source>
<translation>Mae’r gladdgell wedi’i hamgryptio cyn i ddim gael ei ysgrifennu yno.</translation>
</message>
<message>
<source>The vault is locked.</source>
<translation>Mae’r gladdgell wedi’i chloi.</translation>
</message>
<message>
<source>The vault is made. Copy its folder to the other laptop's own disk, open it there, then delete the folder on the stick. Cases go there from the page Packages.</source>
<translation>Mae’r gladdgell wedi’i gwneud. Copïwch ei ffolder i ddisg y gliniadur arall ei hun, agorwch hi yno, yna dilëwch y ffolder ar y cof bach. Mae achosion yn mynd yno o’r dudalen Pecynnau.</translation>
</message>
<message>
<source>The vault is now as it was on {day}. It opens with the passphrase of that day, or the recovery key. If this computer has seen a newer state of it, a second person says what happened before anything can be changed.</source>
<translation>Mae’r gladdgell nawr fel yr oedd ar {day}. Mae’n agor â chyfrinymadrodd y diwrnod hwnnw, neu’r allwedd adfer. Os yw’r cyfrifiadur hwn wedi gweld cyflwr mwy newydd ohoni, bydd ail berson yn dweud beth ddigwyddodd cyn y gellir newid dim.</translation>
</message>
<message>
<source>The vault may not be written to here.</source>
<translation>Ni chaniateir ysgrifennu i’r gladdgell yma.</translation>
</message>
<message>
<source>The vault's database could not be read or written.</source>
<translation>Nid oedd modd darllen nac ysgrifennu cronfa ddata’r gladdgell.</translation>
</message>
<message>
<source>The vault's database is an empty file.</source>
<translation>Ffeil wag yw cronfa ddata’r gladdgell.</translation>
</message>
<message>
<source>The vault's database is damaged.</source>
<translation>Mae cronfa ddata’r gladdgell wedi’i difrodi.</translation>
</message>
<message>
<source>The vault's database is missing; only its key file is there.</source>
<translation>Mae cronfa ddata’r gladdgell ar goll; dim ond ei ffeil allweddi sydd yno.</translation>
</message>
<message>
<source>The vault's folder could not be read or written.</source>
<translation>Nid oedd modd darllen ffolder y gladdgell nac ysgrifennu iddi.</translation>
</message>
<message>
<source>The vault's folder may not be written to.</source>
<translation>Ni chaniateir ysgrifennu i ffolder y gladdgell.</translation>
</message>
<message>
<source>The vault's key file and its database do not belong together.</source>
<translation>Nid yw ffeil allweddi’r gladdgell a’i chronfa ddata yn perthyn i’w gilydd.</translation>
</message>
<message>
<source>The vault's key file asks for a protection that is too weak or too costly.</source>
<translation>Mae ffeil allweddi’r gladdgell yn gofyn am amddiffyniad sy’n rhy wan neu’n rhy gostus.</translation>
</message>
<message>
<source>The vault's key file is damaged.</source>
<translation>Mae ffeil allweddi’r gladdgell wedi’i difrodi.</translation>
</message>
<message>
<source>The vault's key file is missing, so the vault cannot be opened.</source>
<translation>Mae ffeil allweddi’r gladdgell ar goll, felly ni ellir agor y gladdgell.</translation>
</message>
<message>
<source>The vault's key file was exchanged while the vault was open.</source>
<translation>Cyfnewidiwyd ffeil allweddi’r gladdgell tra oedd y gladdgell ar agor.</translation>
</message>
<message>
<source>The vault's key is renewed with the passphrase, and the vault was opened with something else.</source>
<translation>Adnewyddir allwedd y gladdgell â’r cyfrinymadrodd, ond agorwyd y gladdgell â rhywbeth arall.</translation>
</message>
<message>
<source>The vault's own key</source>
<translation>Allwedd y gladdgell ei hun</translation>
</message>
<message>
<source>The vault's person will be told why it was opened, and no reason was given.</source>
<translation>Bydd perchennog y gladdgell yn cael gwybod pam yr agorwyd hi, ac ni roddwyd rheswm.</translation>
</message>
<message>
<source>The visit is changed. What stood before is shown with the note.</source>
<translation>Mae’r ymweliad wedi’i newid. Dangosir gyda’r nodyn yr hyn a oedd yno o’r blaen.</translation>
</message>
<message>
<source>The words are compared by phone or in person.</source>
<translation>Cymherir y geiriau dros y ffôn neu wyneb yn wyneb.</translation>
</message>
<message>
<source>The words are sealed, and ready as evidence.</source>
<translation>Mae’r geiriau wedi’u selio, ac yn barod fel tystiolaeth.</translation>
</message>
<message>
<source>The words are sealed, and ready as evidence. More questions under “Strengths” are answered now, as this child’s voice is asked about there; that does not say that these words are a strength.</source>
<translation>Mae’r geiriau wedi’u selio, ac yn barod fel tystiolaeth. Mae mwy o gwestiynau o dan “Cryfderau” wedi’u hateb nawr, gan mai yno y gofynnir am lais y plentyn hwn; nid yw hynny’n dweud bod y geiriau hyn yn gryfder.</translation>
</message>
<message>
<source>The words are the same</source>
<translation>Mae’r geiriau yr un fath</translation>
</message>
<message>
<source>The words are thrown away.</source>
<translation>Mae’r geiriau wedi’u taflu.</translation>
</message>
<message>
<source>The words as they should stand</source>
<translation>Y geiriau fel y dylent fod</translation>
</message>
<message>
<source>The words differ: somebody may have changed the card on its way.</source>
<translation>Mae’r geiriau’n wahanol: gall fod rhywun wedi newid y cerdyn ar ei ffordd.</translation>
</message>
<message>
<source>The words differ: the configuration is not your organisation's, and was thrown away.</source>
<translation>Mae’r geiriau’n wahanol: nid ffurfweddiad eich sefydliad chi ydoedd, a chafodd ei daflu.</translation>
</message>
<message>
<source>The worksheet is saved as {name}. Nothing of the case is in it.</source>
<translation>Mae’r daflen waith wedi’i chadw fel {name}. Nid oes dim o’r achos ynddi.</translation>
</message>
<message>
<source>The years of your schedule…</source>
<translation>Blynyddoedd eich amserlen gadw…</translation>
</message>
<message>
<source>Their mark, with pen, finger or mouse</source>
<translation>Eu marc, â phin, bys neu lygoden</translation>
</message>
<message>
<source>Their name; somebody other than you.</source>
<translation>Enw’r person; rhywun heblaw chi.</translation>
</message>
<message>
<source>Their role</source>
<translation>Rôl y person</translation>
</message>
<message>
<source>Then</source>
<translation>Bryd hynny</translation>
</message>
<message>
<source>Then and now</source>
<translation>Bryd hynny a nawr</translation>
</message>
<message>
<source>Then: {what}</source>
<translation>Bryd hynny: {what}</translation>
</message>
<message>
<source>There are more than {n}; the newest {n} are shown.</source>
<translation>Mae mwy na {n}; dangosir y {n} diweddaraf.</translation>
</message>
<message>
<source>There are no two assessments to compare yet</source>
<translation>Nid oes dau asesiad i’w cymharu eto</translation>
</message>
<message>
<source>There is no copy of this vault on a second medium that is less than a week old.</source>
<translation>Nid oes copi o’r gladdgell hon ar ail gyfrwng sy’n llai nag wythnos oed.</translation>
</message>
<message>
<source>There is no document for this audience.</source>
<translation>Nid oes dogfen ar gyfer y gynulleidfa hon.</translation>
</message>
<message>
<source>There is no explanation to decide on.</source>
<translation>Nid oes eglurhad i benderfynu arno.</translation>
</message>
<message>
<source>There is no further guidance on this question.</source>
<translation>Nid oes canllawiau pellach ar y cwestiwn hwn.</translation>
</message>
<message>
<source>There is no hold here that you can lift.</source>
<translation>Nid oes gafael yma y gallwch ei chodi.</translation>
</message>
<message>
<source>There is no name yet.</source>
<translation>Nid oes enw eto.</translation>
</message>
<message>
<source>There is no newer form for this assessment.</source>
<translation>Nid oes ffurflen fwy newydd ar gyfer yr asesiad hwn.</translation>
</message>
<message>
<source>There is no reason yet.</source>
<translation>Nid oes rheswm eto.</translation>
</message>
<message>
<source>There is no receipt for this.</source>
<translation>Nid oes derbynneb ar gyfer hyn.</translation>
</message>
<message>
<source>There is no room for another word of your own.</source>
<translation>Nid oes lle i air arall o’ch eiddo eich hun.</translation>
</message>
<message>
<source>There is no spelling mark in this text.</source>
<translation>Nid oes marc sillafu yn y testun hwn.</translation>
</message>
<message>
<source>There is no statement to draw.</source>
<translation>Nid oes datganiad i’w ddewis.</translation>
</message>
<message>
<source>There is no submission waiting for a decision.</source>
<translation>Nid oes cyflwyniad yn aros am benderfyniad.</translation>
</message>
<message>
<source>There is no such choice.</source>
<translation>Nid oes dewis o’r fath.</translation>
</message>
<message>
<source>There is no such day.</source>
<translation>Nid oes diwrnod o’r fath.</translation>
</message>
<message>
<source>There is no such form.</source>
<translation>Nid oes ffurflen o’r fath.</translation>
</message>
<message>
<source>There is no such kind of file.</source>
<translation>Nid oes math o’r fath o ffeil.</translation>
</message>
<message>
<source>There is no such kind of thing.</source>
<translation>Nid oes math o’r fath o beth.</translation>
</message>
<message>
<source>There is no such limit.</source>
<translation>Nid oes terfyn o’r fath.</translation>
</message>
<message>
<source>There is no such list.</source>
<translation>Nid oes rhestr o’r fath.</translation>
</message>
<message>
<source>There is no such name.</source>
<translation>Nid oes enw o’r fath.</translation>
</message>
<message>
<source>There is no such paper.</source>
<translation>Nid oes papur o’r fath.</translation>
</message>
<message>
<source>There is no way from the one version of this form to the other.</source>
<translation>Nid oes ffordd o’r naill fersiwn o’r ffurflen hon i’r llall.</translation>
</message>
<message>
<source>There is no word in this. Type a word, or a part of one with * behind it.</source>
<translation>Nid oes gair yn hwn. Teipiwch air, neu ran o air gyda * ar ei hôl.</translation>
</message>
<message>
<source>There is not enough free memory to check the passphrase.</source>
<translation>Nid oes digon o gof rhydd i wirio’r cyfrinymadrodd.</translation>
</message>
<message>
<source>There is not enough room for a backup here.</source>
<translation>Nid oes digon o le ar gyfer copi wrth gefn yma.</translation>
</message>
<message>
<source>There is not enough room for a second copy of the vault, which this takes for a moment.</source>
<translation>Nid oes digon o le ar gyfer ail gopi o’r gladdgell, sydd ei angen am ennyd i wneud hyn.</translation>
</message>
<message>
<source>There is not enough room to look into this backup.</source>
<translation>Nid oes digon o le i edrych i mewn i’r copi wrth gefn hwn.</translation>
</message>
<message>
<source>There is not enough room to restore the vault here.</source>
<translation>Nid oes digon o le i adfer y gladdgell yma.</translation>
</message>
<message>
<source>There is nothing here that could be assessed again by you now.</source>
<translation>Nid oes dim yma y gallech ei ailasesu nawr.</translation>
</message>
<message>
<source>There is nothing in this note yet.</source>
<translation>Nid oes dim yn y nodyn hwn eto.</translation>
</message>
<message>
<source>There is something to mend</source>
<translation>Mae rhywbeth i’w gywiro</translation>
</message>
<message>
<source>These answers were given under an earlier form. They stay in the record and are read here.</source>
<translation>Rhoddwyd yr atebion hyn o dan ffurflen gynharach. Maent yn aros yn y cofnod ac fe’u darllenir yma.</translation>
</message>
<message>
<source>These are exact words: their spelling is left as it was said.</source>
<translation>Union eiriau yw’r rhain: gadewir eu sillafu fel y’u dywedwyd.</translation>
</message>
<message>
<source>These are not the eight words of the key that signed the configuration.</source>
<translation>Nid y rhain yw wyth gair yr allwedd a lofnododd y ffurfweddiad.</translation>
</message>
<message>
<source>These are words of then; ask again where you can.</source>
<translation>Geiriau’r adeg honno yw’r rhain; gofynnwch eto lle gallwch.</translation>
</message>
<message>
<source>These checks had nothing to look at. They neither passed nor failed.</source>
<translation>Nid oedd gan y gwiriadau hyn ddim i edrych arno. Nid ydynt wedi pasio na methu.</translation>
</message>
<message>
<source>These steps cannot be read.</source>
<translation>Ni ellir darllen y camau hyn.</translation>
</message>
<message>
<source>These words have changed meanwhile.</source>
<translation>Mae’r geiriau hyn wedi newid yn y cyfamser.</translation>
</message>
<message>
<source>They agree</source>
<translation>Maent yn cytuno</translation>
</message>
<message>
<source>They agreed on</source>
<translation>Cytunwyd ar</translation>
</message>
<message>
<source>They are kept in this vault and nowhere else. One that you add while a case is open goes with that case when it is erased. Names of a case are known without being here.</source>
<translation>Cedwir nhw yn y gladdgell hon ac yn unman arall. Mae un a ychwanegwch tra bydd achos ar agor yn mynd gyda’r achos hwnnw pan gaiff ei ddileu’n derfynol. Mae enwau mewn achos yn hysbys heb fod yma.</translation>
</message>
<message>
<source>They could not be reached</source>
<translation>Ni ellid cael gafael arnynt</translation>
</message>
<message>
<source>They did not want to see it</source>
<translation>Nid oeddent am ei weld</translation>
</message>
<message>
<source>They differ</source>
<translation>Maent yn wahanol</translation>
</message>
<message>
<source>They do not agree</source>
<translation>Nid ydynt yn cytuno</translation>
</message>
<message>
<source>They hold what is recorded now, and say what is not yet asked. Nothing has to be finished or signed first.</source>
<translation>Maent yn cynnwys yr hyn sydd wedi’i gofnodi nawr, ac yn dweud beth sydd heb ei ofyn eto. Nid oes rhaid gorffen na llofnodi dim yn gyntaf.</translation>
</message>
<message>
<source>They would rather not say</source>
<translation>Gwell ganddynt beidio â dweud</translation>
</message>
<message>
<source>Things still to fix or explain: {count}. Drafts are saved all the same.</source>
<translation>Pethau i’w cywiro neu eu hegluro o hyd: {count}. Cedwir drafftiau beth bynnag.</translation>
</message>
<message>
<source>This answer has changed meanwhile.</source>
<translation>Mae’r ateb hwn wedi newid yn y cyfamser.</translation>
</message>
<message>
<source>This answer is only read here.</source>
<translation>Dim ond darllen yr ateb hwn a wneir yma.</translation>
</message>
<message>
<source>This answer was not given to this question.</source>
<translation>Nid i’r cwestiwn hwn y rhoddwyd yr ateb hwn.</translation>
</message>
<message>
<source>This answers a proposal that does not stand here any more.</source>
<translation>Mae hwn yn ateb cynnig nad yw’n sefyll yma mwyach.</translation>
</message>
<message>
<source>This app</source>
<translation>Yr ap hwn</translation>
</message>
<message>
<source>This assessment follows no other. A reassessment is started on the page of the case.</source>
<translation>Nid yw’r asesiad hwn yn dilyn un arall. Dechreuir ailasesiad ar dudalen yr achos.</translation>
</message>
<message>
<source>This assessment has not been submitted.</source>
<translation>Nid yw’r asesiad hwn wedi’i gyflwyno.</translation>
</message>
<message>
<source>This assessment is not in this vault.</source>
<translation>Nid yw’r asesiad hwn yn y gladdgell hon.</translation>
</message>
<message>
<source>This assessment keeps</source>
<translation>Mae’r asesiad hwn yn cadw</translation>
</message>
<message>
<source>This assessment was submitted to another supervisor.</source>
<translation>Cyflwynwyd yr asesiad hwn i oruchwyliwr arall.</translation>
</message>
<message>
<source>This backup is damaged or not complete.</source>
<translation>Mae’r copi wrth gefn hwn wedi’i ddifrodi neu’n anghyflawn.</translation>
</message>
<message>
<source>This cannot be chosen as other answers stand now.</source>
<translation>Ni ellir dewis hyn fel y mae atebion eraill nawr.</translation>
</message>
<message>
<source>This cannot be kept under that name.</source>
<translation>Ni ellir cadw hwn o dan yr enw hwnnw.</translation>
</message>
<message>
<source>This cannot be meant.</source>
<translation>Rhaid bod hyn yn gamgymeriad.</translation>
</message>
<message>
<source>This cannot be signed yet</source>
<translation>Ni ellir llofnodi hwn eto</translation>
</message>
<message>
<source>This card is not here.</source>
<translation>Nid yw’r cerdyn hwn yma.</translation>
</message>
<message>
<source>This case has its child already, so nobody else in it can be “this child”.</source>
<translation>Mae gan yr achos hwn ei blentyn eisoes, felly ni all neb arall ynddo fod yn “y plentyn hwn”.</translation>
</message>
<message>
<source>This case has no assessment that another could follow.</source>
<translation>Nid oes gan yr achos hwn asesiad y gallai un arall ei ddilyn.</translation>
</message>
<message>
<source>This case has no first day yet.</source>
<translation>Nid oes gan yr achos hwn ddiwrnod cyntaf eto.</translation>
</message>
<message>
<source>This case is closed, so nothing is submitted. It can be opened again with a reason.</source>
<translation>Mae’r achos hwn wedi’i gau, felly ni chyflwynir dim. Gellir ei agor eto gyda rheswm.</translation>
</message>
<message>
<source>This case is closed, so nothing was changed in it.</source>
<translation>Mae’r achos hwn wedi’i gau, felly ni newidiwyd dim ynddo.</translation>
</message>
<message>
<source>This case is not here any more</source>
<translation>Nid yw’r achos hwn yma mwyach</translation>
</message>
<message>
<source>This case is not in this vault.</source>
<translation>Nid yw’r achos hwn yn y gladdgell hon.</translation>
</message>
<message>
<source>This case is open.</source>
<translation>Mae’r achos hwn ar agor.</translation>
</message>
<message>
<source>This case only</source>
<translation>Yr achos hwn yn unig</translation>
</message>
<message>
<source>This case was erased already.</source>
<translation>Dilëwyd yr achos hwn yn derfynol eisoes.</translation>
</message>
<message>
<source>This child</source>
<translation>Y plentyn hwn</translation>
</message>
<message>
<source>This child can change it there. Each answer says who typed it.</source>
<translation>Gall y plentyn hwn ei newid yno. Mae pob ateb yn dweud pwy a’i teipiodd.</translation>
</message>
<message>
<source>This child is being assessed again already.</source>
<translation>Mae’r plentyn hwn eisoes yn cael ei ailasesu.</translation>
</message>
<message>
<source>This child said it unasked</source>
<translation>Dywedodd y plentyn hwn heb ei holi</translation>
</message>
<message>
<source>This child seen again</source>
<translation>Gweld y plentyn hwn eto</translation>
</message>
<message>
<source>This child wishes to wait</source>
<translation>Mae’r plentyn hwn am aros</translation>
</message>
<message>
<source>This child’s exact words, in a formal interview</source>
<translation>Union eiriau’r plentyn hwn, mewn cyfweliad ffurfiol</translation>
</message>
<message>
<source>This child’s exact words, in answer to a worker</source>
<translation>Union eiriau’r plentyn hwn, yn ateb i weithiwr</translation>
</message>
<message>
<source>This child’s exact words, said unasked</source>
<translation>Union eiriau’r plentyn hwn, heb i neb ofyn</translation>
</message>
<message>
<source>This child’s exact words, said {day}; they are evidence, too.</source>
<translation>Union eiriau’r plentyn hwn, a ddywedwyd: {day}; maent yn dystiolaeth hefyd.</translation>
</message>
<message>
<source>This child’s generation</source>
<translation>Cenhedlaeth y plentyn hwn</translation>
</message>
<message>
<source>This child’s life in order: what happened to this child, what this child said or did, and what adults did about it. Begin with what you know: a month or a year will do, and good times belong here as well. An event can be added from any page with Ctrl+Shift+E.</source>
<translation>Bywyd y plentyn hwn mewn trefn: beth ddigwyddodd i’r plentyn hwn, beth ddywedodd neu wnaeth y plentyn hwn, a beth wnaeth oedolion amdano. Dechreuwch gyda’r hyn a wyddoch: bydd mis neu flwyddyn yn gwneud y tro, ac mae amseroedd da’n perthyn yma hefyd. Gellir ychwanegu digwyddiad o unrhyw dudalen â Ctrl+Shift+E.</translation>
</message>
<message>
<source>This child’s own</source>
<translation>Y plentyn hwn ei hun</translation>
</message>
<message>
<source>This child’s own words</source>
<translation>Geiriau’r plentyn hwn ei hun</translation>
</message>
<message>
<source>This computer has another edition of that guidance; ask for an update.</source>
<translation>Mae gan y cyfrifiadur hwn argraffiad arall o’r canllawiau hynny; gofynnwch am ddiweddariad.</translation>
</message>
<message>
<source>This computer's system does not tell the app of {things}.</source>
<translation>Nid yw system y cyfrifiadur hwn yn rhoi gwybod i’r ap am y canlynol: {things}.</translation>
</message>
<message>
<source>This configuration was altered after the organisation signed it.</source>
<translation>Newidiwyd y ffurfweddiad hwn ar ôl i’r sefydliad ei lofnodi.</translation>
</message>
<message>
<source>This contact card was altered after its holder signed it.</source>
<translation>Newidiwyd y cerdyn cyswllt hwn ar ôl i’w ddeiliad ei lofnodi.</translation>
</message>
<message>
<source>This conversation is not here.</source>
<translation>Nid yw’r sgwrs hon yma.</translation>
</message>
<message>
<source>This day has not come yet.</source>
<translation>Nid yw’r diwrnod hwn wedi dod eto.</translation>
</message>
<message>
<source>This day has passed: look again.</source>
<translation>Mae’r diwrnod hwn wedi mynd heibio: edrychwch eto.</translation>
</message>
<message>
<source>This document cannot be shown.</source>
<translation>Ni ellir dangos y ddogfen hon.</translation>
</message>
<message>
<source>This document has form fields already and cannot be prepared for signing.</source>
<translation>Mae meysydd ffurflen yn y ddogfen hon eisoes, ac ni ellir ei pharatoi i’w llofnodi.</translation>
</message>
<message>
<source>This document is not here.</source>
<translation>Nid yw’r ddogfen hon yma.</translation>
</message>
<message>
<source>This document was not prepared for signing, or it is damaged.</source>
<translation>Ni pharatowyd y ddogfen hon i’w llofnodi, neu mae wedi’i difrodi.</translation>
</message>
<message>
<source>This does not fit on one page.</source>
<translation>Nid yw hyn yn ffitio ar un dudalen.</translation>
</message>
<message>
<source>This file could not be read.</source>
<translation>Nid oedd modd darllen y ffeil hon.</translation>
</message>
<message>
<source>This file does not hold a configuration key.</source>
<translation>Nid yw’r ffeil hon yn cynnwys allwedd ffurfweddu.</translation>
</message>
<message>
<source>This file does not hold the organisation's private key.</source>
<translation>Nid yw’r ffeil hon yn cynnwys allwedd breifat y sefydliad.</translation>
</message>
<message>
<source>This file is larger than a package can be.</source>
<translation>Mae’r ffeil hon yn fwy nag y gall pecyn fod.</translation>
</message>
<message>
<source>This file is not a contact card that this version can read.</source>
<translation>Nid yw’r ffeil hon yn gerdyn cyswllt y gall y fersiwn hon ei ddarllen.</translation>
</message>
<message>
<source>This file is not a package of this app.</source>
<translation>Nid yw’r ffeil hon yn becyn gan yr ap hwn.</translation>
</message>
<message>
<source>This file is not an organisation's certificate for a person that this version can read.</source>
<translation>Nid yw’r ffeil hon yn dystysgrif sefydliad ar gyfer person y gall y fersiwn hon ei darllen.</translation>
</message>
<message>
<source>This file is not an organisation's configuration that this version can read.</source>
<translation>Nid yw’r ffeil hon yn ffurfweddiad sefydliad y gall y fersiwn hon ei ddarllen.</translation>
</message>
<message>
<source>This file is too large to be a contact card.</source>
<translation>Mae’r ffeil hon yn rhy fawr i fod yn gerdyn cyswllt.</translation>
</message>
<message>
<source>This file is too large to be a package.</source>
<translation>Mae’r ffeil hon yn rhy fawr i fod yn becyn.</translation>
</message>
<message>
<source>This file is too large to be an organisation's configuration.</source>
<translation>Mae’r ffeil hon yn rhy fawr i fod yn ffurfweddiad sefydliad.</translation>
</message>
<message>
<source>This folder does not hold a backup.</source>
<translation>Nid yw’r ffolder hon yn cynnwys copi wrth gefn.</translation>
</message>
<message>
<source>This folder does not hold a vault.</source>
<translation>Nid yw’r ffolder hon yn cynnwys claddgell.</translation>
</message>
<message>
<source>This folder is part of the vault's own folder.</source>
<translation>Mae’r ffolder hon yn rhan o ffolder y gladdgell ei hun.</translation>
</message>
<message>
<source>This folder lies on a network share ({kind}). Choose one on this computer's disk.</source>
<translation>Mae’r ffolder hon ar yriant rhwydwaith a rennir ({kind}). Dewiswch un ar ddisg y cyfrifiadur hwn.</translation>
</message>
<message>
<source>This form asks for a file here. Files are not kept in this app; keep it with your own records.</source>
<translation>Mae’r ffurflen hon yn gofyn am ffeil yma. Ni chedwir ffeiliau yn yr ap hwn; cadwch hi gyda’ch cofnodion eich hun.</translation>
</message>
<message>
<source>This form asks the same of every case.</source>
<translation>Mae’r ffurflen hon yn gofyn yr un peth am bob achos.</translation>
</message>
<message>
<source>This form does not ask it any more</source>
<translation>Nid yw’r ffurflen hon yn ei ofyn mwyach</translation>
</message>
<message>
<source>This form has no such list.</source>
<translation>Nid oes rhestr o’r fath yn y ffurflen hon.</translation>
</message>
<message>
<source>This form has no such question.</source>
<translation>Nid oes cwestiwn o’r fath yn y ffurflen hon.</translation>
</message>
<message>
<source>This form has no such tier.</source>
<translation>Nid oes haen o’r fath yn y ffurflen hon.</translation>
</message>
<message>
<source>This form is not in this vault.</source>
<translation>Nid yw’r ffurflen hon yn y gladdgell hon.</translation>
</message>
<message>
<source>This form knows no such tier.</source>
<translation>Nid oes haen o’r fath gan y ffurflen hon.</translation>
</message>
<message>
<source>This form names a record of another system here. It cannot be answered in this app.</source>
<translation>Mae’r ffurflen hon yn enwi cofnod mewn system arall yma. Ni ellir ei ateb yn yr ap hwn.</translation>
</message>
<message>
<source>This happens when a backup is put back or an older copy of the folder is opened. It can also mean that somebody exchanged the folder. You can read everything that is here. Nothing can be changed until a second person has said what happened: a colleague or a manager who knows.</source>
<translation>Mae hyn yn digwydd pan fydd copi wrth gefn yn cael ei adfer neu pan fydd copi hŷn o’r ffolder yn cael ei agor. Gall hefyd olygu bod rhywun wedi cyfnewid y ffolder. Gallwch ddarllen popeth sydd yma. Ni ellir newid dim nes i ail berson ddweud beth ddigwyddodd: cydweithiwr neu reolwr sy’n gwybod.</translation>
</message>
<message>
<source>This has been answered again since, so it cannot be undone.</source>
<translation>Mae hwn wedi’i ateb eto ers hynny, felly ni ellir ei ddadwneud.</translation>
</message>
<message>
<source>This is a look into a backup. Nothing can be changed here; close the window when done.</source>
<translation>Rydych yn edrych i mewn i gopi wrth gefn. Ni ellir newid dim yma; caewch y ffenestr ar ôl gorffen.</translation>
</message>
<message>
<source>This is a passphrase or recovery key from before the vault's key was renewed.</source>
<translation>Cyfrinymadrodd neu allwedd adfer o’r cyfnod cyn adnewyddu allwedd y gladdgell yw hwn.</translation>
</message>
<message>
<source>This is a recovery key, but not the one that was shown; nothing was changed.</source>
<translation>Allwedd adfer yw hon, ond nid yr un a ddangoswyd; ni newidiwyd dim.</translation>
</message>
<message>
<source>This is answered already. Ctrl+1 says that it was not asked yet; then it can be taken over.</source>
<translation>Mae hwn wedi’i ateb eisoes. Mae Ctrl+1 yn dweud nad yw wedi’i ofyn eto; yna gellir defnyddio’r ateb blaenorol.</translation>
</message>
<message>
<source>This is how others know you when you sign, send or receive a case.</source>
<translation>Dyma sut y mae eraill yn eich adnabod wrth i chi lofnodi, anfon neu dderbyn achos.</translation>
</message>
<message>
<source>This is no form in one file.</source>
<translation>Nid yw hon yn ffurflen mewn un ffeil.</translation>
</message>
<message>
<source>This is no longer in the case.</source>
<translation>Nid yw hwn yn yr achos mwyach.</translation>
</message>
<message>
<source>This is not a date.</source>
<translation>Nid yw hwn yn ddyddiad.</translation>
</message>
<message>
<source>This is not a number. Type it in figures.</source>
<translation>Nid yw hwn yn rhif. Teipiwch ef mewn ffigurau.</translation>
</message>
<message>
<source>This is not a time of day. Type hours and minutes, such as 14:30.</source>
<translation>Nid yw hwn yn amser o’r dydd. Teipiwch oriau a munudau, fel 14:30.</translation>
</message>
<message>
<source>This is not a whole number. Type it in figures.</source>
<translation>Nid yw hwn yn rhif cyfan. Teipiwch ef mewn ffigurau.</translation>
</message>
<message>
<source>This is not being kept just now. Tell the grown-up beside you.</source>
<translation>Dydy hyn ddim yn cael ei gadw ar hyn o bryd. Dywed wrth yr oedolyn wrth dy ymyl.</translation>
</message>
<message>
<source>This is not one day. Write it like 14 Apr 2026.</source>
<translation>Nid yw hwn yn un diwrnod. Ysgrifennwch ef fel 14 Ebr 2026.</translation>
</message>
<message>
<source>This is not one word in letters.</source>
<translation>Nid un gair mewn llythrennau yw hwn.</translation>
</message>
<message>
<source>This is not the key of the organisation that can open this vault.</source>
<translation>Nid hon yw allwedd y sefydliad a all agor y gladdgell hon.</translation>
</message>
<message>
<source>This is not the key that was shown. Compare it group by group with your paper.</source>
<translation>Nid hon yw’r allwedd a ddangoswyd. Cymharwch hi fesul grŵp â’ch papur.</translation>
</message>
<message>
<source>This is not the private key of that certificate authority, or not one on a NIST curve without a passphrase.</source>
<translation>Nid hon yw allwedd breifat yr awdurdod tystysgrifau hwnnw, neu nid yw’n un ar gromlin NIST heb gyfrinymadrodd.</translation>
</message>
<message>
<source>This is not the reference of the case.</source>
<translation>Nid hwn yw cyfeirnod yr achos.</translation>
</message>
<message>
<source>This is the first submission, or nothing changed.</source>
<translation>Dyma’r cyflwyniad cyntaf, neu ni newidiodd dim.</translation>
</message>
<message>
<source>This is too long to look for. A few words from the sentence are enough.</source>
<translation>Mae hyn yn rhy hir i chwilio amdano. Mae ychydig eiriau o’r frawddeg yn ddigon.</translation>
</message>
<message>
<source>This is your own card.</source>
<translation>Eich cerdyn chi eich hun yw hwn.</translation>
</message>
<message>
<source>This list is full.</source>
<translation>Mae’r rhestr hon yn llawn.</translation>
</message>
<message>
<source>This list is not asked as things stand.</source>
<translation>Nid yw’r rhestr hon yn cael ei gofyn fel y mae pethau.</translation>
</message>
<message>
<source>This map can be read. Nobody can be moved on it.</source>
<translation>Gellir darllen y map hwn. Ni ellir symud neb arno.</translation>
</message>
<message>
<source>This mark cannot be read as one.</source>
<translation>Ni ellir darllen y marc hwn fel marc.</translation>
</message>
<message>
<source>This mark is not there any more.</source>
<translation>Nid yw’r marc hwn yno mwyach.</translation>
</message>
<message>
<source>This note is not there any more.</source>
<translation>Nid yw’r nodyn hwn yno mwyach.</translation>
</message>
<message>
<source>This note or this question is not there any more.</source>
<translation>Nid yw’r nodyn hwn neu’r cwestiwn hwn yno mwyach.</translation>
</message>
<message>
<source>This number of days cannot be meant.</source>
<translation>Rhaid bod y nifer hwn o ddiwrnodau yn gamgymeriad.</translation>
</message>
<message>
<source>This only says what must not be there. Type a word that should be there as well.</source>
<translation>Dim ond dweud beth na ddylai fod yno y mae hwn. Teipiwch air a ddylai fod yno hefyd.</translation>
</message>
<message>
<source>This package belongs to a case that is not here, and does not bring it.</source>
<translation>Mae’r pecyn hwn yn perthyn i achos nad yw yma, ac nid yw’n dod â’r achos gydag ef.</translation>
</message>
<message>
<source>This package comes from somebody whose card you have not verified.</source>
<translation>Daw’r pecyn hwn gan rywun na ddilyswyd ei gerdyn gennych.</translation>
</message>
<message>
<source>This package from {who} was taken in before. Nothing was changed.</source>
<translation>Derbyniwyd y pecyn hwn gan {who} o’r blaen. Ni newidiwyd dim.</translation>
</message>
<message>
<source>This package holds something that cannot be understood.</source>
<translation>Mae’r pecyn hwn yn cynnwys rhywbeth na ellir ei ddeall.</translation>
</message>
<message>
<source>This package is damaged or was changed on its way.</source>
<translation>Mae’r pecyn hwn wedi’i ddifrodi, neu fe’i newidiwyd ar ei ffordd.</translation>
</message>
<message>
<source>This package is larger than 64 MB.</source>
<translation>Mae’r pecyn hwn yn fwy na 64 MB.</translation>
</message>
<message>
<source>This package was made by a newer version of the app.</source>
<translation>Gwnaed y pecyn hwn gan fersiwn fwy newydd o’r ap.</translation>
</message>
<message>
<source>This package was not addressed to you by the person who signed it.</source>
<translation>Ni chyfeiriwyd y pecyn hwn atoch chi gan y person a’i llofnododd.</translation>
</message>
<message>
<source>This package was sealed for somebody else.</source>
<translation>Seliwyd y pecyn hwn ar gyfer rhywun arall.</translation>
</message>
<message>
<source>This page is for you</source>
<translation>Mae’r dudalen hon i ti</translation>
</message>
<message>
<source>This paragraph becomes the answer.</source>
<translation>Y paragraff hwn fydd yr ateb.</translation>
</message>
<message>
<source>This paragraph takes the place of “{reason}”. The history keeps that.</source>
<translation>Mae’r paragraff hwn yn cymryd lle “{reason}”. Mae’r hanes yn cadw hynny.</translation>
</message>
<message>
<source>This part of the program may only read the vault.</source>
<translation>Dim ond darllen y gladdgell a ganiateir i’r rhan hon o’r rhaglen.</translation>
</message>
<message>
<source>This passphrase is easy to guess. Use five words that are suggested.</source>
<translation>Mae’r cyfrinymadrodd hwn yn hawdd ei ddyfalu. Defnyddiwch y pum gair a awgrymir.</translation>
</message>
<message>
<source>This person had another card before. Ask why it changed before you compare.</source>
<translation>Roedd gan y person hwn gerdyn arall o’r blaen. Gofynnwch pam y newidiodd cyn i chi gymharu.</translation>
</message>
<message>
<source>This person is not asked for a mark.</source>
<translation>Ni ofynnir i’r person hwn am farc.</translation>
</message>
<message>
<source>This person's card does not say supervisor.</source>
<translation>Nid yw cerdyn y person hwn yn dweud goruchwyliwr.</translation>
</message>
<message>
<source>This person's card has not been verified.</source>
<translation>Nid yw cerdyn y person hwn wedi’i ddilysu.</translation>
</message>
<message>
<source>This place will do for most people. It has to be on this computer's own disk, not shared or synchronised.</source>
<translation>Bydd y lle hwn yn gwneud y tro i’r rhan fwyaf o bobl. Rhaid iddo fod ar ddisg y cyfrifiadur hwn, nid mewn ffolder a rennir nac a gysonir.</translation>
</message>
<message>
<source>This proposal is not here any more.</source>
<translation>Nid yw’r cynnig hwn yma mwyach.</translation>
</message>
<message>
<source>This question does not take a paragraph in that way.</source>
<translation>Nid yw’r cwestiwn hwn yn derbyn paragraff yn y ffordd honno.</translation>
</message>
<message>
<source>This question is answered already.</source>
<translation>Mae’r cwestiwn hwn wedi’i ateb eisoes.</translation>
</message>
<message>
<source>This question is not asked as things stand.</source>
<translation>Nid yw’r cwestiwn hwn yn cael ei ofyn fel y mae pethau.</translation>
</message>
<message>
<source>This question is not asked now, so no paragraph can be its answer.</source>
<translation>Nid yw’r cwestiwn hwn yn cael ei ofyn nawr, felly ni all paragraff fod yn ateb iddo.</translation>
</message>
<message>
<source>This question is optional.</source>
<translation>Mae’r cwestiwn hwn yn ddewisol.</translation>
</message>
<message>
<source>This question takes no evidence.</source>
<translation>Nid yw’r cwestiwn hwn yn derbyn tystiolaeth.</translation>
</message>
<message>
<source>This question takes no evidence. If the paragraph is meant as its answer, choose that.</source>
<translation>Nid yw’r cwestiwn hwn yn cymryd tystiolaeth. Os yw’r paragraff i fod yn ateb iddo, dewiswch hynny.</translation>
</message>
<message>
<source>This section as a paper worksheet…</source>
<translation>Yr adran hon fel taflen waith bapur…</translation>
</message>
<message>
<source>This text can only be read here.</source>
<translation>Dim ond darllen y testun hwn y gellir ei wneud yma.</translation>
</message>
<message>
<source>This text holds a character that cannot be kept.</source>
<translation>Mae nod yn y testun hwn na ellir ei gadw.</translation>
</message>
<message>
<source>This text is too long to keep as one answer.</source>
<translation>Mae’r testun hwn yn rhy hir i’w gadw fel un ateb.</translation>
</message>
<message>
<source>This took too long and was stopped.</source>
<translation>Cymerodd hyn ormod o amser a chafodd ei atal.</translation>
</message>
<message>
<source>This vault</source>
<translation>Y gladdgell hon</translation>
</message>
<message>
<source>This vault is already open.</source>
<translation>Mae’r gladdgell hon ar agor eisoes.</translation>
</message>
<message>
<source>This vault is older than when it was last open</source>
<translation>Mae’r gladdgell hon yn hŷn nag oedd y tro diwethaf iddi fod ar agor</translation>
</message>
<message>
<source>This vault is older than when it was last open on this computer.</source>
<translation>Mae’r gladdgell hon yn hŷn nag oedd y tro diwethaf iddi fod ar agor ar y cyfrifiadur hwn.</translation>
</message>
<message>
<source>This vault is older than when it was last open, so nothing can be changed in it yet.</source>
<translation>Mae’r gladdgell hon yn hŷn nag oedd y tro diwethaf iddi fod ar agor, felly ni ellir newid dim ynddi eto.</translation>
</message>
<message>
<source>This vault lies in a folder that {program} copies to a cloud.</source>
<translation>Mae’r gladdgell hon mewn ffolder y mae {program} yn ei chopïo i gwmwl.</translation>
</message>
<message>
<source>This vault locks after {n} minutes of stillness.</source>
<translation>Mae’r gladdgell hon yn cloi ar ôl {n} munud heb weithgarwch.</translation>
</message>
<message>
<source>This vault was used with a newer version of the program.</source>
<translation>Defnyddiwyd y gladdgell hon gyda fersiwn fwy newydd o’r rhaglen.</translation>
</message>
<message>
<source>This version of the form does not record challenges. Ask the author about them.</source>
<translation>Nid yw’r fersiwn hon o’r ffurflen yn cofnodi heriau. Gofynnwch i’r awdur amdanynt.</translation>
</message>
<message>
<source>This was agreed by two other people.</source>
<translation>Cytunwyd ar hyn gan ddau berson arall.</translation>
</message>
<message>
<source>This was cancelled.</source>
<translation>Canslwyd hyn.</translation>
</message>
<message>
<source>This was not answered so last time, or it was changed there since.</source>
<translation>Nid felly yr atebwyd hyn y tro diwethaf, neu fe’i newidiwyd yno ers hynny.</translation>
</message>
<message>
<source>This was not listed last time.</source>
<translation>Nid oedd hwn ar y rhestr y tro diwethaf.</translation>
</message>
<message>
<source>This young person is eighteen or over, and new cases are for children.</source>
<translation>Mae’r person ifanc hwn yn ddeunaw oed neu’n hŷn, ac i blant y mae achosion newydd.</translation>
</message>
<message>
<source>Those whose day has passed stand first, then those without a day.</source>
<translation>Y rhai y mae eu dyddiad wedi mynd heibio sydd gyntaf, yna’r rhai heb ddyddiad.</translation>
</message>
<message>
<source>Three displays that are read each by itself. Nothing here is added up, and no level describes a child.</source>
<translation>Tri dangosydd y darllenir pob un ar ei ben ei hun. Nid oes dim yma’n cael ei adio, ac nid oes lefel yn disgrifio plentyn.</translation>
</message>
<message>
<source>Throw it away</source>
<translation>Ei daflu</translation>
</message>
<message>
<source>Time limits</source>
<translation>Terfynau amser</translation>
</message>
<message>
<source>Time limits count from your next unlock on.</source>
<translation>Mae terfynau amser yn cyfrif o’r tro nesaf i chi ddatgloi.</translation>
</message>
<message>
<source>Time to read for your supervisor: about {minutes} min for what is read in full ({words} words at {rate} a minute), {whole} min for everything.</source>
<translation>Amser darllen i’ch goruchwyliwr: tua {minutes} mun ar gyfer yr hyn a ddarllenir yn llawn (geiriau: {words}; geiriau’r funud: {rate}), {whole} mun ar gyfer popeth.</translation>
</message>
<message>
<source>Timeline</source>
<translation>Llinell amser</translation>
</message>
<message>
<source>To be explained, and not explained</source>
<translation>I’w egluro, a heb ei egluro</translation>
</message>
<message>
<source>To be put right</source>
<translation>I’w gywiro</translation>
</message>
<message>
<source>To be read in full</source>
<translation>I’w darllen yn llawn</translation>
</message>
<message>
<source>To be verified</source>
<translation>I’w ddilysu</translation>
</message>
<message>
<source>To be verified.</source>
<translation>I’w wirio.</translation>
</message>
<message>
<source>To consider</source>
<translation>I’w ystyried</translation>
</message>
<message>
<source>To fix: {fix}. To explain: {explain}. To consider: {consider}.</source>
<translation>I’w cywiro: {fix}. I’w hegluro: {explain}. I’w hystyried: {consider}.</translation>
</message>
<message>
<source>To put a backup in this vault's place, lock the vault and choose “Restore a backup” on the page that asks for the passphrase.</source>
<translation>I roi copi wrth gefn yn lle’r gladdgell hon, clowch y gladdgell a dewiswch “Adfer copi wrth gefn” ar y dudalen sy’n gofyn am y cyfrinymadrodd.</translation>
</message>
<message>
<source>To what</source>
<translation>I beth</translation>
</message>
<message>
<source>To which birthday?</source>
<translation>Hyd at ba ben-blwydd?</translation>
</message>
<message>
<source>To whom was it said first?</source>
<translation>Wrth bwy y’i dywedwyd gyntaf?</translation>
</message>
<message>
<source>Today</source>
<translation>Heddiw</translation>
</message>
<message>
<source>Together with</source>
<translation>Ynghyd â</translation>
</message>
<message>
<source>Tonight</source>
<translation>Heno</translation>
</message>
<message>
<source>Tonight: {n}</source>
<translation>Heno: {n}</translation>
</message>
<message>
<source>Too easy to guess</source>
<translation>Rhy hawdd ei ddyfalu</translation>
</message>
<message>
<source>Topic of the help</source>
<translation>Pwnc y cymorth</translation>
</message>
<message>
<source>Topics of the help</source>
<translation>Pynciau’r cymorth</translation>
</message>
<message>
<source>Topics with these words: {n}</source>
<translation>Pynciau â’r geiriau hyn: {n}</translation>
</message>
<message>
<source>Try again; if it comes back, tell support this line.</source>
<translation>Ceisiwch eto; os daw hyn yn ôl, rhowch y llinell hon i’r tîm cymorth.</translation>
</message>
<message>
<source>Two answers stand here that were given unseen by each other.</source>
<translation>Mae dau ateb yma a roddwyd heb i’r naill berson weld ateb y llall.</translation>
</message>
<message>
<source>Two answers stood here before, and one was decided for.</source>
<translation>Roedd dau ateb yma o’r blaen, a phenderfynwyd o blaid un.</translation>
</message>
<message>
<source>Two answers were given to these questions. Say which one stands.</source>
<translation>Rhoddwyd dau ateb i’r cwestiynau hyn. Dywedwch pa un sy’n sefyll.</translation>
</message>
<message>
<source>Two answers were given to this question</source>
<translation>Rhoddwyd dau ateb i’r cwestiwn hwn</translation>
</message>
<message>
<source>Two assessments compared</source>
<translation>Cymharu dau asesiad</translation>
</message>
<message>
<source>Two assessments compared: {keys}</source>
<translation>Cymharu dau asesiad: {keys}</translation>
</message>
<message>
<source>Two assessments of one case are compared.</source>
<translation>Cymharir dau asesiad o’r un achos.</translation>
</message>
<message>
<source>Two people answered a question differently.</source>
<translation>Atebodd dau berson gwestiwn yn wahanol.</translation>
</message>
<message>
<source>Two people answered differently.</source>
<translation>Atebodd dau berson yn wahanol.</translation>
</message>
<message>
<source>Two people answered this question differently.</source>
<translation>Atebodd dau berson y cwestiwn hwn yn wahanol.</translation>
</message>
<message>
<source>Type a word of the question. Up and Down go through what fits, Enter chooses. Nothing is filed by that.</source>
<translation>Teipiwch air o’r cwestiwn. Mae I Fyny ac I Lawr yn mynd drwy’r hyn sy’n ffitio, mae Enter yn dewis. Ni chaiff dim ei ffeilio drwy hynny.</translation>
</message>
<message>
<source>Type it once more</source>
<translation>Teipiwch ef unwaith eto</translation>
</message>
<message>
<source>Type one word, with an apostrophe or a hyphen if it has one.</source>
<translation>Teipiwch un gair, gyda chollnod neu gysylltnod os oes ganddo un.</translation>
</message>
<message>
<source>Type one, such as “Reviews this week”.</source>
<translation>Teipiwch un, fel “Adolygiadau’r wythnos hon”.</translation>
</message>
<message>
<source>Type the beginning of what you want. Up and Down choose, Enter opens, Escape goes back.</source>
<translation>Teipiwch ddechrau’r hyn yr ydych ei eisiau. Mae’r saethau i fyny ac i lawr yn dewis, Enter yn agor, Escape yn mynd yn ôl.</translation>
</message>
<message>
<source>Type the name of your agency.</source>
<translation>Teipiwch enw eich asiantaeth.</translation>
</message>
<message>
<source>Type the passphrase.</source>
<translation>Teipiwch y cyfrinymadrodd.</translation>
</message>
<message>
<source>Type the recovery key from its sealed envelope. Capitals and spaces do not matter.</source>
<translation>Teipiwch yr allwedd adfer o’i hamlen seliedig. Nid oes ots am briflythrennau na bylchau.</translation>
</message>
<message>
<source>Type the recovery key from the paper</source>
<translation>Teipiwch yr allwedd adfer oddi ar y papur</translation>
</message>
<message>
<source>Type the reference as it stands above.</source>
<translation>Teipiwch y cyfeirnod fel y mae uchod.</translation>
</message>
<message>
<source>Type the reference of the case: {ref}</source>
<translation>Teipiwch gyfeirnod yr achos: {ref}</translation>
</message>
<message>
<source>Type the reference that your service uses.</source>
<translation>Teipiwch y cyfeirnod y mae eich gwasanaeth yn ei ddefnyddio.</translation>
</message>
<message>
<source>Type to find, or choose</source>
<translation>Teipiwch i chwilio, neu dewiswch</translation>
</message>
<message>
<source>Type to find, or write a name</source>
<translation>Teipiwch i chwilio, neu ysgrifennwch enw</translation>
</message>
<message>
<source>Type to narrow the list</source>
<translation>Teipiwch i gyfyngu’r rhestr</translation>
</message>
<message>
<source>Type what opens the backup, then try again.</source>
<translation>Teipiwch beth sy’n agor y copi wrth gefn, a cheisiwch eto.</translation>
</message>
<message>
<source>Type what opens this vault now.</source>
<translation>Teipiwch yr hyn sy’n agor y gladdgell hon nawr.</translation>
</message>
<message>
<source>Type what opens this vault.</source>
<translation>Teipiwch yr hyn sy’n agor y gladdgell hon.</translation>
</message>
<message>
<source>Type your name.</source>
<translation>Teipiwch eich enw.</translation>
</message>
<message>
<source>Type your passphrase, then press Unlock.</source>
<translation>Teipiwch eich cyfrinymadrodd, yna pwyswch Datgloi.</translation>
</message>
<message>
<source>Type your passphrase.</source>
<translation>Teipiwch eich cyfrinymadrodd.</translation>
</message>
<message>
<source>Under way</source>
<translation>Ar y gweill</translation>
</message>
<message>
<source>Undo</source>
<translation>Dadwneud</translation>
</message>
<message>
<source>Undone: {what}.</source>
<translation>Dadwnaed: {what}.</translation>
</message>
<message>
<source>Unit</source>
<translation>Uned</translation>
</message>
<message>
<source>Unit: {question}</source>
<translation>Uned: {question}</translation>
</message>
<message>
<source>Unknown after enquiry</source>
<translation>Anhysbys ar ôl holi</translation>
</message>
<message>
<source>Unknowns</source>
<translation>Pethau anhysbys</translation>
</message>
<message>
<source>Unlock</source>
<translation>Datgloi</translation>
</message>
<message>
<source>Unlock it and try again.</source>
<translation>Datglowch hi a cheisiwch eto.</translation>
</message>
<message>
<source>Unlock with the passphrase; nothing is lost.</source>
<translation>Datglowch â’r cyfrinymadrodd; nid oes dim wedi’i golli.</translation>
</message>
<message>
<source>Unlock with the recovery key</source>
<translation>Datgloi â’r allwedd adfer</translation>
</message>
<message>
<source>Unlock {name}</source>
<translation>Datgloi: {name}</translation>
</message>
<message>
<source>Until</source>
<translation>Tan</translation>
</message>
<message>
<source>Until then nobody asks this child about what happened. Agree with the interview team first whether to sit down with this page. This child may always talk; what is said unasked is written down exactly.</source>
<translation>Tan hynny, nid oes neb yn gofyn i’r plentyn hwn am yr hyn a ddigwyddodd. Cytunwch yn gyntaf gyda’r tîm cyfweld a ddylid eistedd gyda’r dudalen hon. Gall y plentyn hwn siarad bob amser; ysgrifennir yn union yr hyn a ddywedir heb i neb ofyn.</translation>
</message>
<message>
<source>Until when</source>
<translation>Tan pryd</translation>
</message>
<message>
<source>Until {day}.</source>
<translation>Tan {day}.</translation>
</message>
<message>
<source>Up and Down in the box above choose a line.</source>
<translation>Mae’r saethau i fyny ac i lawr yn y blwch uchod yn dewis llinell.</translation>
</message>
<message>
<source>Up and Down show another part.</source>
<translation>Saethau i fyny ac i lawr: dangos rhan arall.</translation>
</message>
<message>
<source>Update the app on this laptop and open the package again.</source>
<translation>Diweddarwch yr ap ar y gliniadur hwn ac agorwch y pecyn eto.</translation>
</message>
<message>
<source>Urgent referral extract</source>
<translation>Detholiad yr atgyfeiriad brys</translation>
</message>
<message>
<source>Urgent referral extract, out-of-hours handover and interim plan: {keys}</source>
<translation>Detholiad yr atgyfeiriad brys, trosglwyddo y tu allan i oriau a chynllun dros dro: {keys}</translation>
</message>
<message>
<source>Urgent referral extract, out-of-hours handover and interim safety plan, printable at any time.</source>
<translation>Detholiad atgyfeirio brys, trosglwyddiad y tu allan i oriau a chynllun diogelwch dros dro, y gellir eu hargraffu unrhyw bryd.</translation>
</message>
<message>
<source>Use 1 to 64 ordinary characters for the name and up to 120 for the agency.</source>
<translation>Defnyddiwch 1 i 64 nod cyffredin ar gyfer yr enw, a hyd at 120 ar gyfer yr asiantaeth.</translation>
</message>
<message>
<source>Use another backup; keep this one until somebody has looked at it.</source>
<translation>Defnyddiwch gopi wrth gefn arall; cadwch hwn nes bod rhywun wedi edrych arno.</translation>
</message>
<message>
<source>Use five words that are suggested, or a longer sentence of your own.</source>
<translation>Defnyddiwch y pum gair a awgrymir, neu frawddeg hirach o’ch eiddo’ch hun.</translation>
</message>
<message>
<source>Use it as it stands in the caseload.</source>
<translation>Defnyddiwch ef fel y mae yn y llwyth achosion.</translation>
</message>
<message>
<source>Use the extract, which has as many as it takes.</source>
<translation>Defnyddiwch y detholiad, sydd â chynifer ag sydd eu hangen.</translation>
</message>
<message>
<source>Use the passphrase</source>
<translation>Defnyddio cyfrinymadrodd</translation>
</message>
<message>
<source>Use the passphrase in use, or the newest printed recovery key.</source>
<translation>Defnyddiwch y cyfrinymadrodd presennol, neu’r allwedd adfer brintiedig ddiweddaraf.</translation>
</message>
<message>
<source>Use the passphrase or the recovery key; then allow it again in the settings.</source>
<translation>Defnyddiwch y cyfrinymadrodd neu’r allwedd adfer; yna caniatewch hyn eto yn y gosodiadau.</translation>
</message>
<message>
<source>Use the recovery key</source>
<translation>Defnyddio’r allwedd adfer</translation>
</message>
<message>
<source>Use this recovery key</source>
<translation>Defnyddio’r allwedd adfer hon</translation>
</message>
<message>
<source>Used in: {where}</source>
<translation>Defnyddiwyd yn: {where}</translation>
</message>
<message>
<source>Verified</source>
<translation>Dilyswyd</translation>
</message>
<message>
<source>Verify</source>
<translation>Dilysu</translation>
</message>
<message>
<source>Verify it, then make it again.</source>
<translation>Dilyswch hi, yna gwnewch hi eto.</translation>
</message>
<message>
<source>Version</source>
<translation>Fersiwn</translation>
</message>
<message>
<source>Very good</source>
<translation>Da iawn</translation>
</message>
<message>
<source>Very hard</source>
<translation>Anodd iawn</translation>
</message>
<message>
<source>Very strong</source>
<translation>Cryf iawn</translation>
</message>
<message>
<source>Visit notes</source>
<translation>Nodiadau ymweliad</translation>
</message>
<message>
<source>Visit notes…</source>
<translation>Nodiadau ymweliad…</translation>
</message>
<message>
<source>Void: changed since</source>
<translation>Annilys: newidiwyd ers hynny</translation>
</message>
<message>
<source>Wait a moment and try again.</source>
<translation>Arhoswch funud a cheisiwch eto.</translation>
</message>
<message>
<source>Wait for the assessor</source>
<translation>Aros am yr asesydd</translation>
</message>
<message>
<source>Wait for their answer, and open the package they send.</source>
<translation>Arhoswch am ateb y person, ac agorwch y pecyn a anfonir.</translation>
</message>
<message>
<source>Waiting on</source>
<translation>Yn aros am</translation>
</message>
<message>
<source>Waiting on you</source>
<translation>Yn aros amdanoch chi</translation>
</message>
<message>
<source>Waits</source>
<translation>Yn aros</translation>
</message>
<message>
<source>Waits for an answer</source>
<translation>Yn aros am ateb</translation>
</message>
<message>
<source>Watched by {rule}.</source>
<translation>Rheol sy’n gwylio: {rule}.</translation>
</message>
<message>
<source>We try to keep to it. If we cannot, somebody tells you why.</source>
<translation>Rydyn ni’n ceisio cadw ato. Os na allwn ni, bydd rhywun yn egluro pam.</translation>
</message>
<message>
<source>We would then expect</source>
<translation>Byddem wedyn yn disgwyl</translation>
</message>
<message>
<source>We would then expect: {words}</source>
<translation>Byddem wedyn yn disgwyl: {words}</translation>
</message>
<message>
<source>Welcome to Assess</source>
<translation>Croeso i Assess</translation>
</message>
<message>
<source>What</source>
<translation>Beth</translation>
</message>
<message>
<source>What adults did: {words}</source>
<translation>Beth wnaeth oedolion: {words}</translation>
</message>
<message>
<source>What agencies brought</source>
<translation>Cyfraniad asiantaethau</translation>
</message>
<message>
<source>What agencies did</source>
<translation>Beth wnaeth asiantaethau</translation>
</message>
<message>
<source>What are you good at?</source>
<translation>Beth wyt ti’n dda am ei wneud?</translation>
</message>
<message>
<source>What became of {title}</source>
<translation>Beth ddaeth o {title}</translation>
</message>
<message>
<source>What calls for an answer has one, each action has its reason, and each part cites evidence.</source>
<translation>Mae ateb i’r hyn sy’n galw am ateb, mae rheswm dros bob cam gweithredu, ac mae pob rhan yn dyfynnu tystiolaeth.</translation>
</message>
<message>
<source>What calls for the full assessment</source>
<translation>Beth sy’n galw am yr asesiad llawn</translation>
</message>
<message>
<source>What changed</source>
<translation>Beth newidiodd</translation>
</message>
<message>
<source>What changed between two versions of a form cannot be read.</source>
<translation>Ni ellir darllen yr hyn a newidiodd rhwng dwy fersiwn o ffurflen.</translation>
</message>
<message>
<source>What changes</source>
<translation>Beth sy’n newid</translation>
</message>
<message>
<source>What did this child say?</source>
<translation>Beth a ddywedodd y plentyn hwn?</translation>
</message>
<message>
<source>What do they say is wrong, in their words?</source>
<translation>Beth y maent yn dweud sydd o’i le, yn eu geiriau eu hunain?</translation>
</message>
<message>
<source>What do they say of it?</source>
<translation>Beth y maent yn ei ddweud amdano?</translation>
</message>
<message>
<source>What do you do on a day like that?</source>
<translation>Beth wyt ti’n ei wneud ar ddiwrnod fel yna?</translation>
</message>
<message>
<source>What do you hope for?</source>
<translation>Beth wyt ti’n gobeithio amdano?</translation>
</message>
<message>
<source>What do you want people to know about you?</source>
<translation>Beth wyt ti eisiau i bobl ei wybod amdanat ti?</translation>
</message>
<message>
<source>What do you want to ask or say?</source>
<translation>Beth ydych chi am ei ofyn neu ei ddweud?</translation>
</message>
<message>
<source>What do you want to be called?</source>
<translation>Pa enw wyt ti eisiau i ni ei ddefnyddio?</translation>
</message>
<message>
<source>What do you want to say with it?</source>
<translation>Beth hoffech chi ei ddweud gydag ef?</translation>
</message>
<message>
<source>What does the option say?</source>
<translation>Beth mae’r opsiwn yn ei ddweud?</translation>
</message>
<message>
<source>What does this answer rest on?</source>
<translation>Ar beth y mae’r ateb hwn yn seiliedig?</translation>
</message>
<message>
<source>What else explains it?</source>
<translation>Beth arall sy’n ei egluro?</translation>
</message>
<message>
<source>What else is recorded</source>
<translation>Beth arall a gofnodwyd</translation>
</message>
<message>
<source>What gets better</source>
<translation>Beth sy’n gwella</translation>
</message>
<message>
<source>What gets better is not written</source>
<translation>Ni nodwyd beth sy’n gwella</translation>
</message>
<message>
<source>What happened</source>
<translation>Beth ddigwyddodd</translation>
</message>
<message>
<source>What happened?</source>
<translation>Beth ddigwyddodd?</translation>
</message>
<message>
<source>What happens</source>
<translation>Beth sy’n digwydd</translation>
</message>
<message>
<source>What is a hard day like?</source>
<translation>Sut beth yw diwrnod anodd?</translation>
</message>
<message>
<source>What is a really good day like?</source>
<translation>Sut beth yw diwrnod da iawn?</translation>
</message>
<message>
<source>What is answered stays answered. “How much is asked…” says how much that is.</source>
<translation>Mae’r hyn a atebwyd yn aros wedi’i ateb. Mae “Faint a ofynnir…” yn dweud faint yw hynny.</translation>
</message>
<message>
<source>What is answered stays answered: {kept} so far.</source>
<translation>Mae’r hyn a atebwyd yn aros wedi’i ateb: {kept} hyd yma.</translation>
</message>
<message>
<source>What is asked follows what is recorded.</source>
<translation>Mae’r hyn a ofynnir yn dilyn yr hyn a gofnodir.</translation>
</message>
<message>
<source>What is done</source>
<translation>Beth a wneir</translation>
</message>
<message>
<source>What is due first</source>
<translation>Beth sydd gyntaf i’w wneud</translation>
</message>
<message>
<source>What is in this vault is not what was submitted.</source>
<translation>Nid yr hyn a gyflwynwyd sydd yn y gladdgell hon.</translation>
</message>
<message>
<source>What is known about harm to this child</source>
<translation>Yr hyn sy’n hysbys am niwed i’r plentyn hwn</translation>
</message>
<message>
<source>What is looked for, which cases and their order come back with it. It is kept in this vault.</source>
<translation>Daw’r hyn y chwilir amdano, pa achosion a’u trefn yn ôl gyda hi. Fe’i cedwir yn y gladdgell hon.</translation>
</message>
<message>
<source>What is missing</source>
<translation>Beth sydd ar goll</translation>
</message>
<message>
<source>What is new, what changed and what stayed, section by section.</source>
<translation>Beth sy’n newydd, beth a newidiodd a beth a arhosodd, fesul adran.</translation>
</message>
<message>
<source>What is not known, found out by</source>
<translation>Yr hyn nad yw’n hysbys, i’w ganfod erbyn</translation>
</message>
<message>
<source>What is taken away ends</source>
<translation>Diwedd yr hyn a gymerir i ffwrdd</translation>
</message>
<message>
<source>What is the manager's reason?</source>
<translation>Beth yw rheswm y rheolwr?</translation>
</message>
<message>
<source>What is written</source>
<translation>Beth a ysgrifennwyd</translation>
</message>
<message>
<source>What is written here, drawn, with its threads and open ends</source>
<translation>Yr hyn a ysgrifennwyd yma, fel llun, gyda’i edafedd a’i bennau rhydd</translation>
</message>
<message>
<source>What it asks</source>
<translation>Yr hyn a ofynnir</translation>
</message>
<message>
<source>What it holds</source>
<translation>Beth sydd ynddi</translation>
</message>
<message>
<source>What it is asking</source>
<translation>Beth mae’n ei ofyn</translation>
</message>
<message>
<source>What it meant for this child</source>
<translation>Beth oedd ystyr hyn i’r plentyn hwn</translation>
</message>
<message>
<source>What it meant: {words}</source>
<translation>Beth oedd ei ystyr: {words}</translation>
</message>
<message>
<source>What it rests on</source>
<translation>Ar beth y mae’n seiliedig</translation>
</message>
<message>
<source>What it says</source>
<translation>Beth mae’n ei ddweud</translation>
</message>
<message>
<source>What it shows</source>
<translation>Yr hyn a ddangosir</translation>
</message>
<message>
<source>What nobody has pinned down</source>
<translation>Yr hyn nad oes neb wedi’i bennu</translation>
</message>
<message>
<source>What opens it</source>
<translation>Beth sy’n ei agor</translation>
</message>
<message>
<source>What protects</source>
<translation>Beth sy’n amddiffyn</translation>
</message>
<message>
<source>What protects: what, who, until when</source>
<translation>Beth sy’n amddiffyn: beth, pwy, tan pryd</translation>
</message>
<message>
<source>What remains</source>
<translation>Beth sy’n weddill</translation>
</message>
<message>
<source>What stands below is not carried.</source>
<translation>Nid yw’r hyn sydd isod yn cael ei gario drosodd.</translation>
</message>
<message>
<source>What stands now is kept with who changed it. Evidence that was filed from this note follows.</source>
<translation>Cedwir yr hyn sydd yno nawr gyda phwy a’i newidiodd. Bydd tystiolaeth a ffeiliwyd o’r nodyn hwn yn dilyn.</translation>
</message>
<message>
<source>What stands there</source>
<translation>Beth sydd yno</translation>
</message>
<message>
<source>What stands tonight</source>
<translation>Yr hyn sy’n sefyll heno</translation>
</message>
<message>
<source>What still stands</source>
<translation>Beth sydd ar ôl i’w wneud</translation>
</message>
<message>
<source>What stood before stays in sight.</source>
<translation>Mae’r hyn oedd yno o’r blaen yn aros i’w weld.</translation>
</message>
<message>
<source>What stood here before is not in this vault.</source>
<translation>Nid yw’r hyn a oedd yma o’r blaen yn y gladdgell hon.</translation>
</message>
<message>
<source>What the author wrote</source>
<translation>Beth ysgrifennodd yr awdur</translation>
</message>
<message>
<source>What the concern asks for</source>
<translation>Yr hyn y mae’r pryder yn galw amdano</translation>
</message>
<message>
<source>What the other person signed cannot be proved with the card that is verified here.</source>
<translation>Ni ellir profi’r hyn a lofnododd y person arall â’r cerdyn a ddilyswyd yma.</translation>
</message>
<message>
<source>What things are called here</source>
<translation>Enwau a ddefnyddir yma</translation>
</message>
<message>
<source>What this child says stands here word for word, from wherever it is recorded. Ordinary days count as much as worries. A child may say no at any time, and nobody counts attempts.</source>
<translation>Mae’r hyn a ddywed y plentyn hwn yma air am air, o ble bynnag y mae wedi’i gofnodi. Mae dyddiau cyffredin yn cyfrif cymaint â phryderon. Gall plentyn ddweud na unrhyw bryd, ac nid oes neb yn cyfrif ymdrechion.</translation>
</message>
<message>
<source>What this package lists and what it carries do not match.</source>
<translation>Nid yw’r hyn y mae’r pecyn hwn yn ei restru a’r hyn y mae’n ei gario yn cyfateb.</translation>
</message>
<message>
<source>What this package says and who signed it do not go together.</source>
<translation>Nid yw’r hyn y mae’r pecyn hwn yn ei ddweud a phwy a’i llofnododd yn mynd gyda’i gilydd.</translation>
</message>
<message>
<source>What was added</source>
<translation>Beth a ychwanegwyd</translation>
</message>
<message>
<source>What was asked has been answered</source>
<translation>Mae’r hyn a ofynnwyd wedi’i ateb</translation>
</message>
<message>
<source>What was changed</source>
<translation>Beth a newidiwyd</translation>
</message>
<message>
<source>What was decided for this child</source>
<translation>Beth a benderfynwyd ar gyfer y plentyn hwn</translation>
</message>
<message>
<source>What was done, the newest first</source>
<translation>Beth a wnaed, y diweddaraf yn gyntaf</translation>
</message>
<message>
<source>What was found</source>
<translation>Beth a ganfuwyd</translation>
</message>
<message>
<source>What was not asked says nothing: it is never a no.</source>
<translation>Nid yw’r hyn na ofynnwyd yn dweud dim: nid yw byth yn golygu “na”.</translation>
</message>
<message>
<source>What was recorded last is still being read in.</source>
<translation>Mae’r hyn a gofnodwyd ddiwethaf yn dal i gael ei ddarllen i mewn.</translation>
</message>
<message>
<source>What was recorded last may be missing: nothing is written in this vault now, its index neither.</source>
<translation>Gall yr hyn a gofnodwyd ddiwethaf fod ar goll: nid oes dim yn cael ei ysgrifennu yn y gladdgell hon nawr, na’i mynegai ychwaith.</translation>
</message>
<message>
<source>What was said</source>
<translation>Beth a ddywedwyd</translation>
</message>
<message>
<source>What was said last time (Ctrl+7)</source>
<translation>Yr hyn a ddywedwyd y tro diwethaf (Ctrl+7)</translation>
</message>
<message>
<source>What was said last time is being read.</source>
<translation>Mae’r hyn a ddywedwyd y tro diwethaf yn cael ei ddarllen.</translation>
</message>
<message>
<source>What was seen and heard</source>
<translation>Beth a welwyd ac a glywyd</translation>
</message>
<message>
<source>What was there before is kept in {folder}.</source>
<translation>Mae’r hyn a oedd yno o’r blaen wedi’i gadw yn {folder}.</translation>
</message>
<message>
<source>What was written together is in the record.</source>
<translation>Mae’r hyn a ysgrifennwyd gyda’ch gilydd yn y cofnod.</translation>
</message>
<message>
<source>What would change our mind</source>
<translation>Beth fyddai’n newid ein meddwl</translation>
</message>
<message>
<source>What you began to write together is kept. It goes into the record when you come back from that page.</source>
<translation>Cedwir yr hyn y dechreuoch ei ysgrifennu gyda’ch gilydd. Mae’n mynd i’r cofnod pan ddewch yn ôl o’r dudalen honno.</translation>
</message>
<message>
<source>What you saw and heard</source>
<translation>Beth welsoch a chlywsoch</translation>
</message>
<message>
<source>What you wrote is kept. Try again; if it happens again, report this line.</source>
<translation>Mae’r hyn a ysgrifennoch wedi’i gadw. Ceisiwch eto; os yw’n digwydd eto, rhowch wybod am y llinell hon.</translation>
</message>
<message>
<source>What {name} saw and heard</source>
<translation>Beth a welodd ac a glywodd {name}</translation>
</message>
<message>
<source>When</source>
<translation>Pryd</translation>
</message>
<message>
<source>When it was last open it held {seen} recorded acts. Now it holds {found}: what came after is not in it.</source>
<translation>Y tro diwethaf iddi fod ar agor, nifer y gweithredoedd a gofnodwyd ynddi oedd {seen}. Y nifer nawr yw {found}: nid yw’r hyn a ddaeth wedyn ynddi.</translation>
</message>
<message>
<source>When somebody else's session takes over the screen.</source>
<translation>Pan fydd sesiwn rhywun arall yn cymryd y sgrin drosodd.</translation>
</message>
<message>
<source>When the screen is locked.</source>
<translation>Pan fydd y sgrin wedi’i chloi.</translation>
</message>
<message>
<source>When this child is assessed again, both stand here side by side: what is new, what changed and what stayed.</source>
<translation>Pan gaiff y plentyn hwn ei ailasesu, bydd y ddau yma ochr yn ochr: beth sy’n newydd, beth a newidiodd a beth a arhosodd.</translation>
</message>
<message>
<source>When was it said?</source>
<translation>Pryd y’i dywedwyd?</translation>
</message>
<message>
<source>Where</source>
<translation>Ble</translation>
</message>
<message>
<source>Where it stands</source>
<translation>Ble mae’n sefyll</translation>
</message>
<message>
<source>Where they live</source>
<translation>Ble maen nhw’n byw</translation>
</message>
<message>
<source>Where this child’s plan was gone through with them. They may leave it out.</source>
<translation>Lle trafodwyd cynllun y plentyn hwn gyda’r plentyn. Gellir ei adael allan.</translation>
</message>
<message>
<source>Where to look</source>
<translation>Ble i chwilio</translation>
</message>
<message>
<source>Where was it?</source>
<translation>Ble oedd hyn?</translation>
</message>
<message>
<source>Which agency</source>
<translation>Pa asiantaeth</translation>
</message>
<message>
<source>Which answer is it about?</source>
<translation>Am ba ateb y mae hyn?</translation>
</message>
<message>
<source>Which backup</source>
<translation>Pa gopi wrth gefn</translation>
</message>
<message>
<source>Which form?</source>
<translation>Pa ffurflen?</translation>
</message>
<message>
<source>Which manager gave it?</source>
<translation>Pa reolwr a’i rhoddodd?</translation>
</message>
<message>
<source>Which paper?</source>
<translation>Pa bapur?</translation>
</message>
<message>
<source>Which question is it about?</source>
<translation>Am ba gwestiwn y mae?</translation>
</message>
<message>
<source>Who</source>
<translation>Pwy</translation>
</message>
<message>
<source>Who advised waiting</source>
<translation>Pwy a gynghorodd aros</translation>
</message>
<message>
<source>Who agrees</source>
<translation>Pwy sy’n cytuno</translation>
</message>
<message>
<source>Who can open this vault</source>
<translation>Pwy all agor y gladdgell hon</translation>
</message>
<message>
<source>Who explains this?</source>
<translation>Pwy sy’n egluro hyn?</translation>
</message>
<message>
<source>Who finds out</source>
<translation>Pwy sy’n canfod</translation>
</message>
<message>
<source>Who has looked</source>
<translation>Pwy sydd wedi edrych</translation>
</message>
<message>
<source>Who helps you?</source>
<translation>Pwy sy’n dy helpu di?</translation>
</message>
<message>
<source>Who is asked to agree?</source>
<translation>I bwy y gofynnir am gytuno?</translation>
</message>
<message>
<source>Who is with whom tonight</source>
<translation>Pwy sydd gyda phwy heno</translation>
</message>
<message>
<source>Who looked</source>
<translation>Pwy edrychodd</translation>
</message>
<message>
<source>Who looked, what it rests on</source>
<translation>Pwy edrychodd, ar beth y mae’n seiliedig</translation>
</message>
<message>
<source>Who opened, read, changed, exported or signed something in this case, and when. It writes itself and cannot be changed.</source>
<translation>Pwy sydd wedi agor, darllen, newid, allforio neu lofnodi rhywbeth yn yr achos hwn, a phryd. Mae’n ysgrifennu ei hun ac ni ellir ei newid.</translation>
</message>
<message>
<source>Who receives it?</source>
<translation>Pwy sy’n ei dderbyn?</translation>
</message>
<message>
<source>Who says so</source>
<translation>Pwy sy’n dweud hyn</translation>
</message>
<message>
<source>Who says so: {name}.</source>
<translation>Pwy sy’n dweud hyn: {name}.</translation>
</message>
<message>
<source>Who this child is</source>
<translation>Pwy yw’r plentyn hwn</translation>
</message>
<message>
<source>Who types?</source>
<translation>Pwy sy’n teipio?</translation>
</message>
<message>
<source>Who was asked</source>
<translation>I bwy y gofynnwyd</translation>
</message>
<message>
<source>Who was told, and when</source>
<translation>Pwy gafodd wybod, a phryd</translation>
</message>
<message>
<source>Who went?</source>
<translation>Pwy a aeth?</translation>
</message>
<message>
<source>Who will find out</source>
<translation>Pwy fydd yn canfod</translation>
</message>
<message>
<source>Who, when</source>
<translation>Pwy, pryd</translation>
</message>
<message>
<source>Whom it protects</source>
<translation>Pwy y mae’n ei amddiffyn</translation>
</message>
<message>
<source>Whose mark is it?</source>
<translation>Marc pwy ydyw?</translation>
</message>
<message>
<source>Whose words are they?</source>
<translation>Geiriau pwy ydyn nhw?</translation>
</message>
<message>
<source>Why</source>
<translation>Pam</translation>
</message>
<message>
<source>Why does it change?</source>
<translation>Pam mae’n newid?</translation>
</message>
<message>
<source>Why does it close now?</source>
<translation>Pam mae’n cau nawr?</translation>
</message>
<message>
<source>Why does this one stand?</source>
<translation>Pam mae hwn yn sefyll?</translation>
</message>
<message>
<source>Why is it kept again?</source>
<translation>Pam y’i cedwir eto?</translation>
</message>
<message>
<source>Why is it lifted?</source>
<translation>Pam mae’n cael ei chodi?</translation>
</message>
<message>
<source>Why is it needed?</source>
<translation>Pam mae ei angen?</translation>
</message>
<message>
<source>Why is it opened again?</source>
<translation>Pam mae’n cael ei agor eto?</translation>
</message>
<message>
<source>Why is it refused?</source>
<translation>Pam y’i gwrthodir?</translation>
</message>
<message>
<source>Why is that lawful?</source>
<translation>Pam mae hynny’n gyfreithlon?</translation>
</message>
<message>
<source>Why it is open</source>
<translation>Pam mae’n agored</translation>
</message>
<message>
<source>Why must it stay?</source>
<translation>Pam mae’n rhaid iddo aros?</translation>
</message>
<message>
<source>Why now?</source>
<translation>Pam nawr?</translation>
</message>
<message>
<source>Why should this assessment follow the newer guidance?</source>
<translation>Pam dylai’r asesiad hwn ddilyn y canllawiau mwy newydd?</translation>
</message>
<message>
<source>Why these?</source>
<translation>Pam y rhain?</translation>
</message>
<message>
<source>Why was it not shown?</source>
<translation>Pam na chafodd ei ddangos?</translation>
</message>
<message>
<source>Why: {why}.</source>
<translation>Pam: {why}.</translation>
</message>
<message>
<source>With alerts tonight</source>
<translation>Gyda rhybuddion heno</translation>
</message>
<message>
<source>With both, a word of either language is right.</source>
<translation>Gyda’r ddwy, mae gair o’r naill iaith neu’r llall yn gywir.</translation>
</message>
<message>
<source>With the supervisor</source>
<translation>Gyda’r goruchwyliwr</translation>
</message>
<message>
<source>With two answers to one question</source>
<translation>Gyda dau ateb i un cwestiwn</translation>
</message>
<message>
<source>Without a day, so not drawn: {n}. They stand last in the table.</source>
<translation>Heb ddiwrnod, felly heb eu dangos yn y llun: {n}. Maent yn olaf yn y tabl.</translation>
</message>
<message>
<source>Without a day: {n}</source>
<translation>Heb ddyddiad: {n}</translation>
</message>
<message>
<source>Word</source>
<translation>Gair</translation>
</message>
<message>
<source>Words</source>
<translation>Geiriau</translation>
</message>
<message>
<source>Words that were recorded are not emptied.</source>
<translation>Ni ellir gwagio geiriau sydd wedi’u cofnodi.</translation>
</message>
<message>
<source>Words to look at. {words}</source>
<translation>Geiriau i edrych arnynt. {words}</translation>
</message>
<message>
<source>Words to look for</source>
<translation>Geiriau i chwilio amdanynt</translation>
</message>
<message>
<source>Words to look for in the help</source>
<translation>Geiriau i chwilio amdanynt yn y cymorth</translation>
</message>
<message>
<source>Work in a copy of it; its person's passphrase and signature stay theirs.</source>
<translation>Gweithiwch mewn copi ohono; mae cyfrinymadrodd a llofnod y person yn dal yn eiddo iddo.</translation>
</message>
<message>
<source>Worker or agency</source>
<translation>Gweithiwr neu asiantaeth</translation>
</message>
<message>
<source>Workers</source>
<translation>Gweithwyr</translation>
</message>
<message>
<source>Works without a network. Everything stays on this computer, encrypted.</source>
<translation>Yn gweithio heb rwydwaith. Mae popeth yn aros ar y cyfrifiadur hwn, wedi’i amgryptio.</translation>
</message>
<message>
<source>Worth a thought; these never stop a signature.</source>
<translation>Gwerth meddwl amdanynt; nid yw’r rhain byth yn atal llofnod.</translation>
</message>
<message>
<source>Worth knowing</source>
<translation>Gwerth ei wybod</translation>
</message>
<message>
<source>Write a little or a lot, or leave it out.</source>
<translation>Ysgrifenna ychydig neu lawer, neu ei adael allan.</translation>
</message>
<message>
<source>Write a new evidence item…</source>
<translation>Ysgrifennu eitem newydd o dystiolaeth…</translation>
</message>
<message>
<source>Write a sentence, then try again.</source>
<translation>Ysgrifennwch frawddeg, yna ceisiwch eto.</translation>
</message>
<message>
<source>Write a year, a month and year, or a full date.</source>
<translation>Ysgrifennwch flwyddyn, mis a blwyddyn, neu ddyddiad llawn.</translation>
</message>
<message>
<source>Write both, then export.</source>
<translation>Ysgrifennwch y ddau, yna allforiwch.</translation>
</message>
<message>
<source>Write down what this child said</source>
<translation>Ysgrifennu’r hyn a ddywedodd y plentyn hwn</translation>
</message>
<message>
<source>Write down words of this child</source>
<translation>Ysgrifennu geiriau’r plentyn hwn</translation>
</message>
<message>
<source>Write from when on.</source>
<translation>Ysgrifennwch o ba bryd ymlaen.</translation>
</message>
<message>
<source>Write in a few sentences why.</source>
<translation>Ysgrifennwch pam mewn ychydig frawddegau.</translation>
</message>
<message>
<source>Write in a sentence what happened.</source>
<translation>Ysgrifennwch mewn brawddeg beth ddigwyddodd.</translation>
</message>
<message>
<source>Write in a sentence why this one stands.</source>
<translation>Ysgrifennwch mewn brawddeg pam mae hwn yn sefyll.</translation>
</message>
<message>
<source>Write it as it comes. Each line is a paragraph that you can file to a question later. This child’s words exactly as said, or not at all; no detail of sexual acts.</source>
<translation>Ysgrifennwch ef fel y daw. Mae pob llinell yn baragraff y gallwch ei ffeilio wrth gwestiwn yn nes ymlaen. Geiriau’r plentyn hwn yn union fel y’u dywedwyd, neu ddim o gwbl; dim manylion am weithredoedd rhywiol.</translation>
</message>
<message>
<source>Write it like 14 Apr 2026.</source>
<translation>Ysgrifennwch ef fel 14 Ebr 2026.</translation>
</message>
<message>
<source>Write it like 14:05, or leave it empty.</source>
<translation>Ysgrifennwch ef fel 14:05, neu gadewch ef yn wag.</translation>
</message>
<message>
<source>Write the day of the visit.</source>
<translation>Ysgrifennwch ddiwrnod yr ymweliad.</translation>
</message>
<message>
<source>Write the day on which somebody went.</source>
<translation>Ysgrifennwch y diwrnod yr aeth rhywun.</translation>
</message>
<message>
<source>Write the time at which somebody went.</source>
<translation>Ysgrifennwch yr amser yr aeth rhywun.</translation>
</message>
<message>
<source>Write their role.</source>
<translation>Ysgrifennwch rôl y person.</translation>
</message>
<message>
<source>Write them as this child said them.</source>
<translation>Ysgrifennwch hwy fel y dywedodd y plentyn hwn hwy.</translation>
</message>
<message>
<source>Write today, or the day on which it happened.</source>
<translation>Ysgrifennwch heddiw, neu’r diwrnod y digwyddodd.</translation>
</message>
<message>
<source>Write what the option says.</source>
<translation>Nodwch beth mae’r opsiwn yn ei ddweud.</translation>
</message>
<message>
<source>Write what this child said, as they said it.</source>
<translation>Ysgrifennwch yr hyn a ddywedodd y plentyn hwn, fel y’i dywedodd.</translation>
</message>
<message>
<source>Write what this is called in your area.</source>
<translation>Ysgrifennwch beth yw’r enw ar hwn yn eich ardal chi.</translation>
</message>
<message>
<source>Write what was done about it, citing evidence; your supervisor accepts each one.</source>
<translation>Ysgrifennwch beth a wnaed amdano, gan ddyfynnu tystiolaeth; eich goruchwyliwr sy’n derbyn pob un.</translation>
</message>
<message>
<source>Write what was seen and heard above, on the visit or right after it. Once it is sealed, each paragraph can be filed to a question: as evidence, or as its answer.</source>
<translation>Ysgrifennwch uchod beth a welwyd ac a glywyd, ar yr ymweliad neu’n syth ar ei ôl. Unwaith y caiff ei selio, gellir ffeilio pob paragraff wrth gwestiwn: fel tystiolaeth, neu fel ei ateb.</translation>
</message>
<message>
<source>Write what was seen and heard.</source>
<translation>Ysgrifennwch beth a welwyd ac a glywyd.</translation>
</message>
<message>
<source>Write who explains it, their role, and what happened.</source>
<translation>Ysgrifennwch pwy sy’n ei egluro, rôl y person, a beth ddigwyddodd.</translation>
</message>
<message>
<source>Write who explains it.</source>
<translation>Ysgrifennwch pwy sy’n ei egluro.</translation>
</message>
<message>
<source>Write who receives it.</source>
<translation>Ysgrifennwch pwy sy’n ei dderbyn.</translation>
</message>
<message>
<source>Write whole years, or nothing.</source>
<translation>Ysgrifennwch flynyddoedd cyfan, neu ddim.</translation>
</message>
<message>
<source>Write why that is lawful.</source>
<translation>Ysgrifennwch pam mae’n gyfreithlon.</translation>
</message>
<message>
<source>Write your reasons in a few sentences.</source>
<translation>Ysgrifennwch eich rhesymau mewn ychydig frawddegau.</translation>
</message>
<message>
<source>Written by {name}, begun {when}.</source>
<translation>Ysgrifennwyd gan: {name}. Dechreuwyd: {when}.</translation>
</message>
<message>
<source>Written first, on the visit or right after it, and filed to questions later.</source>
<translation>Fe’u hysgrifennir yn gyntaf, ar yr ymweliad neu’n syth ar ei ôl, a’u ffeilio wrth gwestiynau’n ddiweddarach.</translation>
</message>
<message>
<source>Written since the last package</source>
<translation>Ysgrifennwyd ers y pecyn diwethaf</translation>
</message>
<message>
<source>YAML cannot say all of this form.</source>
<translation>Ni all YAML fynegi’r ffurflen hon i gyd.</translation>
</message>
<message>
<source>Years</source>
<translation>Blynyddoedd</translation>
</message>
<message>
<source>Years after closing</source>
<translation>Blynyddoedd ar ôl cau</translation>
</message>
<message>
<source>Yes</source>
<translation>Ie</translation>
</message>
<message>
<source>You</source>
<translation>Chi</translation>
</message>
<message>
<source>You are here</source>
<translation>Rydych chi yma</translation>
</message>
<message>
<source>You can change this later in the settings, under Organisation.</source>
<translation>Gallwch newid hyn yn ddiweddarach yn y gosodiadau, o dan Sefydliad.</translation>
</message>
<message>
<source>You can try again in {time}. Nothing is lost.</source>
<translation>Gallwch roi cynnig arall arni ymhen {time}. Ni chollir dim.</translation>
</message>
<message>
<source>You can try again now.</source>
<translation>Gallwch roi cynnig arall nawr.</translation>
</message>
<message>
<source>You can write, pick, skip or stop. It is not a test. The people who work with you will read it.</source>
<translation>Gelli di ysgrifennu, dewis, neidio heibio neu stopio. Nid prawf yw hwn. Bydd y bobl sy’n gweithio gyda ti yn ei ddarllen.</translation>
</message>
<message>
<source>You opened this vault with the recovery key. Choose a new passphrase, then make a new recovery key.</source>
<translation>Agoroch y gladdgell hon â’r allwedd adfer. Dewiswch gyfrinymadrodd newydd, yna gwnewch allwedd adfer newydd.</translation>
</message>
<message>
<source>You type, I say it</source>
<translation>Chi’n teipio, fi’n dweud</translation>
</message>
<message>
<source>You will see the new key once, write it down or print it, and type it back. Until then the old one stays.</source>
<translation>Byddwch yn gweld yr allwedd newydd unwaith, yn ei hysgrifennu neu’n ei hargraffu, ac yn ei theipio’n ôl. Tan hynny mae’r hen un yn aros.</translation>
</message>
<message>
<source>You, and {name}. Your organisation can open this vault; your signature stays yours. Whoever uses its key works in a copy under a name of their own, and you are told at your next unlock who it was and why.</source>
<translation>Chi, a {name}. Gall eich sefydliad agor y gladdgell hon; chi’n unig biau eich llofnod o hyd. Mae pwy bynnag sy’n defnyddio allwedd y sefydliad yn gweithio mewn copi o dan ei enw ei hun, a chewch wybod y tro nesaf i chi ddatgloi pwy oedd a pham.</translation>
</message>
<message>
<source>Younger: see the other row</source>
<translation>Iau: gweler y rhes arall</translation>
</message>
<message>
<source>Your agency</source>
<translation>Eich asiantaeth</translation>
</message>
<message>
<source>Your answer</source>
<translation>Eich ateb</translation>
</message>
<message>
<source>Your answer is put aside, not lost.</source>
<translation>Mae’ch ateb wedi’i roi o’r neilltu; nid yw ar goll.</translation>
</message>
<message>
<source>Your answer is put aside: {words}</source>
<translation>Mae’ch ateb wedi’i roi o’r neilltu: {words}</translation>
</message>
<message>
<source>Your answer is signed with your key.</source>
<translation>Llofnodir eich ateb â’ch allwedd.</translation>
</message>
<message>
<source>Your area can add options to these lists. An option that was added is never renamed and never taken away, because records name it. Assessments that are started from now on offer it.</source>
<translation>Gall eich ardal ychwanegu opsiynau at y rhestrau hyn. Nid yw opsiwn a ychwanegwyd byth yn cael ei ailenwi na’i dynnu, gan fod cofnodion yn ei enwi. Mae asesiadau a ddechreuir o hyn ymlaen yn ei gynnig.</translation>
</message>
<message>
<source>Your card</source>
<translation>Eich cerdyn</translation>
</message>
<message>
<source>Your card is saved. Send it, and read the eight words to each other.</source>
<translation>Mae eich cerdyn wedi’i gadw. Anfonwch ef, a darllenwch yr wyth gair i’ch gilydd.</translation>
</message>
<message>
<source>Your decision</source>
<translation>Eich penderfyniad</translation>
</message>
<message>
<source>Your explanation</source>
<translation>Eich eglurhad</translation>
</message>
<message>
<source>Your explanation: {title}</source>
<translation>Eich eglurhad: {title}</translation>
</message>
<message>
<source>Your local schedule decides about: {titles}. Its years are not entered yet.</source>
<translation>Eich amserlen leol sy’n penderfynu am: {titles}. Nid yw ei blynyddoedd wedi’u nodi eto.</translation>
</message>
<message>
<source>Your local schedule decides. Enter its years here; they count at once for every case. Nothing is ever deleted by itself: when the day has come, somebody looks.</source>
<translation>Eich amserlen gadw leol sy’n penderfynu. Nodwch ei blynyddoedd yma; maent yn cyfrif ar unwaith ar gyfer pob achos. Nid oes dim byth yn cael ei ddileu ohono’i hun: pan ddaw’r diwrnod, bydd rhywun yn edrych.</translation>
</message>
<message>
<source>Your name</source>
<translation>Eich enw</translation>
</message>
<message>
<source>Your name, a short name, any name you like.</source>
<translation>Dy enw, enw byr, unrhyw enw rwyt ti’n ei hoffi.</translation>
</message>
<message>
<source>Your organisation</source>
<translation>Eich sefydliad</translation>
</message>
<message>
<source>Your organisation can open this vault; your signature stays yours.</source>
<translation>Gall eich sefydliad agor y gladdgell hon; chi’n unig biau eich llofnod o hyd.</translation>
</message>
<message>
<source>Your organisation can open this vault; your signature stays yours. It is for a case that has to go on without you. Whoever uses its key works in a copy under a name of their own, and you are told of it.</source>
<translation>Gall eich sefydliad agor y gladdgell hon; chi’n unig biau eich llofnod o hyd. Mae ar gyfer achos sy’n gorfod mynd yn ei flaen hebddoch. Mae pwy bynnag sy’n defnyddio allwedd y sefydliad yn gweithio mewn copi o dan ei enw ei hun, a chewch wybod am hynny.</translation>
</message>
<message>
<source>Your organisation can vouch for a card: import the card, then the organisation's certificate for it in the same way. Then no words need to be compared.</source>
<translation>Gall eich sefydliad warantu cerdyn: mewnforiwch y cerdyn, yna tystysgrif y sefydliad ar ei gyfer yn yr un modd. Yna nid oes angen cymharu geiriau.</translation>
</message>
<message>
<source>Your organisation does not vouch for this card with that certificate: it is for other keys, another name or role, by somebody else, or out of date.</source>
<translation>Nid yw eich sefydliad yn gwarantu’r cerdyn hwn â’r dystysgrif honno: mae ar gyfer allweddi eraill, neu enw neu rôl arall, neu gan rywun arall, neu wedi dyddio.</translation>
</message>
<message>
<source>Your organisation vouches for it until {day}.</source>
<translation>Mae eich sefydliad yn ei warantu tan {day}.</translation>
</message>
<message>
<source>Your organisation vouches for your card. What you sign says so from now on.</source>
<translation>Mae eich sefydliad yn gwarantu eich cerdyn. Bydd yr hyn a lofnodwch yn dweud hynny o hyn ymlaen.</translation>
</message>
<message>
<source>Your own questions are open: {n}</source>
<translation>Eich cwestiynau eich hun sydd ar agor: {n}</translation>
</message>
<message>
<source>Your passphrase</source>
<translation>Eich cyfrinymadrodd</translation>
</message>
<message>
<source>Your passphrase, once more</source>
<translation>Eich cyfrinymadrodd, unwaith eto</translation>
</message>
<message>
<source>Your reasons, for the author</source>
<translation>Eich rhesymau, i’r awdur</translation>
</message>
<message>
<source>Your recovery key</source>
<translation>Eich allwedd adfer</translation>
</message>
<message>
<source>Your reply</source>
<translation>Eich ymateb</translation>
</message>
<message>
<source>Your role</source>
<translation>Eich rôl</translation>
</message>
<message>
<source>Your role does not include this.</source>
<translation>Nid yw eich rôl yn cynnwys hyn.</translation>
</message>
<message>
<source>Your supervisor sees these together and decides on each by itself. Where something is different for one of them, say it there.</source>
<translation>Mae eich goruchwyliwr yn gweld y rhain gyda’i gilydd ac yn penderfynu ar bob un ar wahân. Lle mae rhywbeth yn wahanol ar gyfer un ohonynt, dywedwch hynny yno.</translation>
</message>
<message>
<source>Your vault holds no copy of this case, so you see only what stands here.</source>
<translation>Nid oes copi o’r achos hwn yn eich claddgell, felly dim ond yr hyn sydd yma a welwch.</translation>
</message>
<message>
<source>Your vault is locked. Everything you wrote is kept in it.</source>
<translation>Mae eich claddgell wedi’i chloi. Mae popeth a ysgrifennoch wedi’i gadw ynddi.</translation>
</message>
<message>
<source>Your vault on this computer</source>
<translation>Eich claddgell ar y cyfrifiadur hwn</translation>
</message>
<message>
<source>a default of this program</source>
<translation>gwerth diofyn y rhaglen hon</translation>
</message>
<message>
<source>a locked screen</source>
<translation>sgrin wedi’i chloi</translation>
</message>
<message>
<source>a person not yet identified</source>
<translation>person heb ei adnabod eto</translation>
</message>
<message>
<source>a switch to somebody else's session</source>
<translation>newid i sesiwn rhywun arall</translation>
</message>
<message>
<source>about {n} years old</source>
<translation>tua {n} oed</translation>
</message>
<message>
<source>adding to the case</source>
<translation>ychwanegu at yr achos</translation>
</message>
<message>
<source>adding to ‘{name}’</source>
<translation>ychwanegu at ‘{name}’</translation>
</message>
<message>
<source>age not known</source>
<translation>oedran anhysbys</translation>
</message>
<message>
<source>answer to ‘{name}’</source>
<translation>ateb i ‘{name}’</translation>
</message>
<message>
<source>as it stands on {day} (form {form})</source>
<translation>fel y mae ar {day} (ffurflen {form})</translation>
</message>
<message>
<source>as it was submitted on {day} (form {form})</source>
<translation>fel y’i cyflwynwyd ar {day} (ffurflen {form})</translation>
</message>
<message>
<source>asked again {when}</source>
<translation>gofynnir eto {when}</translation>
</message>
<message>
<source>becomes part of: {where}</source>
<translation>yn dod yn rhan o: {where}</translation>
</message>
<message>
<source>begins {day}</source>
<translation>yn dechrau {day}</translation>
</message>
<message>
<source>by {day}</source>
<translation>erbyn {day}</translation>
</message>
<message>
<source>called {day}</source>
<translation>galwyd {day}</translation>
</message>
<message>
<source>change in the case</source>
<translation>newid yn yr achos</translation>
</message>
<message>
<source>ends {day}</source>
<translation>yn gorffen {day}</translation>
</message>
<message>
<source>everything held about this case</source>
<translation>popeth a gedwir am yr achos hwn</translation>
</message>
<message>
<source>evidence item</source>
<translation>eitem o dystiolaeth</translation>
</message>
<message>
<source>explanation</source>
<translation>eglurhad</translation>
</message>
<message>
<source>filing to ‘{name}’</source>
<translation>ffeilio wrth ‘{name}’</translation>
</message>
<message>
<source>folded</source>
<translation>wedi’i phlygu</translation>
</message>
<message>
<source>has no place that takes it; carried over: {words}</source>
<translation>nid oes lle sy’n ei dderbyn; cariwyd drosodd: {words}</translation>
</message>
<message>
<source>is newly asked, in: {page}</source>
<translation>gofynnir o’r newydd, yn: {page}</translation>
</message>
<message>
<source>is not asked any more; carried over: {words}</source>
<translation>ni ofynnir mwyach; cariwyd drosodd: {words}</translation>
</message>
<message>
<source>is not known to the form; carried over: {words}</source>
<translation>nid yw’r ffurflen yn ei adnabod; cariwyd drosodd: {words}</translation>
</message>
<message>
<source>is shared out: {where}</source>
<translation>yn cael ei rannu rhwng: {where}</translation>
</message>
<message>
<source>last act</source>
<translation>gweithred olaf</translation>
</message>
<message>
<source>law</source>
<translation>y gyfraith</translation>
</message>
<message>
<source>local</source>
<translation>lleol</translation>
</message>
<message>
<source>moves to: {where}</source>
<translation>yn symud i: {where}</translation>
</message>
<message>
<source>national guidance</source>
<translation>canllawiau cenedlaethol</translation>
</message>
<message>
<source>no day</source>
<translation>dim diwrnod</translation>
</message>
<message>
<source>no entry for {n} days</source>
<translation>dim cofnod am {n} diwrnod</translation>
</message>
<message>
<source>no figure</source>
<translation>dim ffigur</translation>
</message>
<message>
<source>no place takes it</source>
<translation>dim lle’n ei dderbyn</translation>
</message>
<message>
<source>no time stated</source>
<translation>dim amser wedi’i nodi</translation>
</message>
<message>
<source>nobody</source>
<translation>neb</translation>
</message>
<message>
<source>not asked</source>
<translation>heb ei ofyn</translation>
</message>
<message>
<source>not asked any more</source>
<translation>ni ofynnir mwyach</translation>
</message>
<message>
<source>not called since</source>
<translation>heb alw ers hynny</translation>
</message>
<message>
<source>not known</source>
<translation>anhysbys</translation>
</message>
<message>
<source>not known to the form</source>
<translation>anhysbys i’r ffurflen</translation>
</message>
<message>
<source>not named</source>
<translation>heb ei enwi</translation>
</message>
<message>
<source>not recorded</source>
<translation>heb ei gofnodi</translation>
</message>
<message>
<source>one page</source>
<translation>un dudalen</translation>
</message>
<message>
<source>put on this computer by its administrators</source>
<translation>rhoddwyd ar y cyfrifiadur hwn gan ei weinyddwyr</translation>
</message>
<message>
<source>putting back in ‘{name}’</source>
<translation>rhoi’n ôl yn ‘{name}’</translation>
</message>
<message>
<source>removing from the case</source>
<translation>tynnu o’r achos</translation>
</message>
<message>
<source>removing from ‘{name}’</source>
<translation>tynnu o ‘{name}’</translation>
</message>
<message>
<source>restored answer to ‘{name}’</source>
<translation>ateb wedi’i adfer i ‘{name}’</translation>
</message>
<message>
<source>safety plan older than a condition</source>
<translation>cynllun diogelwch yn hŷn nag amod</translation>
</message>
<message>
<source>shown</source>
<translation>ar ddangos</translation>
</message>
<message>
<source>somebody</source>
<translation>rhywun</translation>
</message>
<message>
<source>somebody else</source>
<translation>rhywun arall</translation>
</message>
<message>
<source>somebody whose card is not here</source>
<translation>rhywun nad yw ei gerdyn yma</translation>
</message>
<message>
<source>stays here; its option has another code</source>
<translation>yn aros yma; mae gan ei ddewis god arall</translation>
</message>
<message>
<source>taking over ‘{name}’</source>
<translation>defnyddio ‘{name}’ eto</translation>
</message>
<message>
<source>the audit as JSON</source>
<translation>yr archwiliad fel JSON</translation>
</message>
<message>
<source>the audit as a table</source>
<translation>yr archwiliad fel tabl</translation>
</message>
<message>
<source>the beginning of sleep</source>
<translation>y cyfrifiadur yn dechrau cysgu</translation>
</message>
<message>
<source>the file may be looked at</source>
<translation>caniateir edrych ar y ffeil</translation>
</message>
<message>
<source>the receipt</source>
<translation>y dderbynneb</translation>
</message>
<message>
<source>the row {row}</source>
<translation>y rhes {row}</translation>
</message>
<message>
<source>the safety plan on its days</source>
<translation>y cynllun diogelwch yn ôl ei ddyddiau</translation>
</message>
<message>
<source>the support plan on its days</source>
<translation>y cynllun cymorth yn ôl ei ddyddiau</translation>
</message>
<message>
<source>to</source>
<translation>hyd</translation>
</message>
<message>
<source>to birthday</source>
<translation>hyd ben-blwydd</translation>
</message>
<message>
<source>to {who}</source>
<translation>wrth {who}</translation>
</message>
<message>
<source>today</source>
<translation>heddiw</translation>
</message>
<message>
<source>typed by an adult, word for word</source>
<translation>teipiwyd gan oedolyn, air am air</translation>
</message>
<message>
<source>typed by this child</source>
<translation>teipiwyd gan y plentyn hwn</translation>
</message>
<message>
<source>words compared by phone or video call</source>
<translation>cymharwyd y geiriau dros y ffôn neu alwad fideo</translation>
</message>
<message>
<source>words compared in person</source>
<translation>cymharwyd y geiriau wyneb yn wyneb</translation>
</message>
<message>
<source>written since the last package</source>
<translation>ysgrifennwyd ers y pecyn diwethaf</translation>
</message>
<message>
<source>years after closing</source>
<translation>blwyddyn ar ôl cau</translation>
</message>
<message>
<source>{added} added, {changed} changed, {removed} removed.</source>
<translation>Ychwanegwyd {added}, newidiwyd {changed}, tynnwyd {removed}.</translation>
</message>
<message>
<source>{answered} of {total}</source>
<translation>{answered} o {total}</translation>
</message>
<message>
<source>{answered} of {total} answered</source>
<translation>Atebwyd {answered} o {total}</translation>
</message>
<message>
<source>{answered} of {total}, {new} new</source>
<translation>{answered} o {total}, {new} newydd</translation>
</message>
<message>
<source>{at} of {of}</source>
<translation>{at} o {of}</translation>
</message>
<message>
<source>{by} to {to}, {day}</source>
<translation>O: {by}, i: {to}, {day}</translation>
</message>
<message>
<source>{changed} changed, {new} not asked then, {gone} not asked this time, {same} the same.</source>
<translation>Newidiwyd: {changed}. Heb ei ofyn bryd hynny: {new}. Heb ei ofyn y tro hwn: {gone}. Yr un fath: {same}.</translation>
</message>
<message>
<source>{day}, which is before it begins</source>
<translation>{day}, sydd cyn iddo ddechrau</translation>
</message>
<message>
<source>{first} and {second}</source>
<translation>{first} a {second}</translation>
</message>
<message>
<source>{first} or {last}</source>
<translation>{first} neu {last}</translation>
</message>
<message>
<source>{first} to {last}</source>
<translation>{first} – {last}</translation>
</message>
<message>
<source>{first} to {last}: why there is no answer.</source>
<translation>{first} i {last}: pam nad oes ateb.</translation>
</message>
<message>
<source>{keys}: why there is no answer.</source>
<translation>{keys}: pam nad oes ateb.</translation>
</message>
<message>
<source>{letter} · Document</source>
<translation>{letter} · Dogfen</translation>
</message>
<message>
<source>{message} (code {code})</source>
<translation>{message} (cod {code})</translation>
</message>
<message>
<source>{message} ({n} questions)</source>
<translation>{message} ({n} cwestiwn)</translation>
</message>
<message>
<source>{m} min {s} s</source>
<translation>{m} mun {s} eil</translation>
</message>
<message>
<source>{name} (you)</source>
<translation>{name} (chi)</translation>
</message>
<message>
<source>{name} asks to be able to open this vault</source>
<translation>Mae {name} yn gofyn am allu agor y gladdgell hon</translation>
</message>
<message>
<source>{name} changed the day on {when}. It was: {before}.</source>
<translation>Newidiwyd y diwrnod gan: {name}, {when}. O’r blaen: {before}.</translation>
</message>
<message>
<source>{name} changed the time on {when}. It was: {before}.</source>
<translation>Newidiwyd yr amser gan: {name}, {when}. O’r blaen: {before}.</translation>
</message>
<message>
<source>{name} changed who else went on {when}. It was: {before}.</source>
<translation>Newidiwyd pwy arall a aeth gan: {name}, {when}. O’r blaen: {before}.</translation>
</message>
<message>
<source>{name} changed who went on {when}. It was: {before}.</source>
<translation>Newidiwyd pwy a aeth gan: {name}, {when}. O’r blaen: {before}.</translation>
</message>
<message>
<source>{name} {at} of {count}</source>
<translation>{name} {at} o {count}</translation>
</message>
<message>
<source>{name}, laptop {n}</source>
<translation>{name}, gliniadur {n}</translation>
</message>
<message>
<source>{name}, {agency}, opened this vault with your organisation's key on {day}.</source>
<translation>Agorodd {name}, {agency}, y gladdgell hon ag allwedd eich sefydliad ar {day}.</translation>
</message>
<message>
<source>{needed} questions and lists have to be answered. {optional} more are in sight and can be left, and {waiting} come only if they apply to this child.</source>
<translation>Rhaid ateb {needed} cwestiwn a rhestr. Mae {optional} arall yn y golwg a gellir eu gadael, a daw {waiting} dim ond os ydynt yn berthnasol i’r plentyn hwn.</translation>
</message>
<message>
<source>{numbers} of {total}</source>
<translation>{numbers} o {total}</translation>
</message>
<message>
<source>{n} KB</source>
<translation>{n} KB</translation>
</message>
<message>
<source>{n} MB</source>
<translation>{n} MB</translation>
</message>
<message>
<source>{n} actions or plans answer it</source>
<translation>Mae {n} cam gweithredu neu gynllun yn ei ateb</translation>
</message>
<message>
<source>{n} alerts tonight</source>
<translation>{n} rhybudd heno</translation>
</message>
<message>
<source>{n} answers</source>
<translation>{n} ateb</translation>
</message>
<message>
<source>{n} calendar</source>
<translation>{n} diwrnod calendr</translation>
</message>
<message>
<source>{n} cases</source>
<translation>{n} achos</translation>
</message>
<message>
<source>{n} comments</source>
<translation>{n} sylw</translation>
</message>
<message>
<source>{n} earlier entries of this child’s words are under this child’s voice.</source>
<translation>{n} cofnod cynharach o eiriau’r plentyn hwn: maent o dan lais y plentyn hwn.</translation>
</message>
<message>
<source>{n} evidence items</source>
<translation>{n} eitem o dystiolaeth</translation>
</message>
<message>
<source>{n} found</source>
<translation>{n} canlyniad</translation>
</message>
<message>
<source>{n} found in one case.</source>
<translation>Cafwyd hyd i {n} mewn un achos.</translation>
</message>
<message>
<source>{n} found in {cases} cases.</source>
<translation>Cafwyd hyd i {n} mewn {cases} achos.</translation>
</message>
<message>
<source>{n} found, the {shown} nearest are shown. More letters narrow them.</source>
<translation>Cafwyd hyd i {n}; dangosir y {shown} agosaf. Mae mwy o lythrennau’n eu culhau.</translation>
</message>
<message>
<source>{n} found.</source>
<translation>Canfuwyd {n}.</translation>
</message>
<message>
<source>{n} generations down</source>
<translation>{n} cenhedlaeth i lawr</translation>
</message>
<message>
<source>{n} generations up</source>
<translation>{n} cenhedlaeth i fyny</translation>
</message>
<message>
<source>{n} hours after it was unlocked; you are told ten minutes before.</source>
<translation>{n} awr ar ôl ei datgloi; cewch wybod ddeng munud ymlaen llaw.</translation>
</message>
<message>
<source>{n} items are carried whole.</source>
<translation>{n} eitem a gariwyd drosodd yn gyfan.</translation>
</message>
<message>
<source>{n} limits are over</source>
<translation>Terfynau wedi pasio: {n}</translation>
</message>
<message>
<source>{n} lines, {late} late. The table below says the same.</source>
<translation>Llinellau: {n}, hwyr: {late}. Mae’r tabl isod yn dweud yr un peth.</translation>
</message>
<message>
<source>{n} more characters needed</source>
<translation>Mae angen {n} nod arall</translation>
</message>
<message>
<source>{n} more.</source>
<translation>{n} arall.</translation>
</message>
<message>
<source>{n} new statements</source>
<translation>{n} datganiad newydd</translation>
</message>
<message>
<source>{n} of {all} answers are those of an earlier assessment, taken over unchanged and not asked again.</source>
<translation>Atebion asesiad cynharach, heb eu newid a heb eu gofyn eto: {n} o {all}.</translation>
</message>
<message>
<source>{n} of {all} cases</source>
<translation>{n} o {all} achos</translation>
</message>
<message>
<source>{n} of {all} required parts opened, {m} of {rest} other sections</source>
<translation>Agorwyd {n} o {all} rhan ofynnol, {m} o {rest} adran arall</translation>
</message>
<message>
<source>{n} on the line. As a table it says the same: tick “As tables” above.</source>
<translation>Nifer ar y llinell: {n}. Mae’r tabl yn dweud yr un peth: ticiwch “Fel tablau” uchod.</translation>
</message>
<message>
<source>{n} pages</source>
<translation>{n} tudalen</translation>
</message>
<message>
<source>{n} parts, {links} lines. The table below says the same.</source>
<translation>Rhannau: {n}, llinellau: {links}. Mae’r tabl isod yn dweud yr un peth.</translation>
</message>
<message>
<source>{n} per cent</source>
<translation>{n} y cant</translation>
</message>
<message>
<source>{n} questions still open</source>
<translation>{n} cwestiwn yn dal ar agor</translation>
</message>
<message>
<source>{n} questions with two answers</source>
<translation>{n} cwestiwn â dau ateb</translation>
</message>
<message>
<source>{n} seconds</source>
<translation>{n} eiliad</translation>
</message>
<message>
<source>{n} working</source>
<translation>{n} diwrnod gwaith</translation>
</message>
<message>
<source>{n} years old</source>
<translation>{n} oed</translation>
</message>
<message>
<source>{n}, and {questions} questions still open</source>
<translation>{n}, a {questions} cwestiwn yn dal ar agor</translation>
</message>
<message>
<source>{older} with {child}</source>
<translation>{older} gyda {child}</translation>
</message>
<message>
<source>{one} as a parent of {other} does not fit what else is recorded, so it is not drawn.</source>
<translation>Nid yw {one} fel rhiant i {other} yn cyd-fynd â’r hyn arall a gofnodwyd, felly nid yw’n cael ei ddangos.</translation>
</message>
<message>
<source>{one} as a partner of {other} does not fit what else is recorded, so it is not drawn.</source>
<translation>Nid yw {one} fel partner i {other} yn cyd-fynd â’r hyn arall a gofnodwyd, felly nid yw’n cael ei ddangos.</translation>
</message>
<message>
<source>{other} agreed with you on {day}.</source>
<translation>Cytunodd {other} â chi ar {day}.</translation>
</message>
<message>
<source>{program} copies this folder to a cloud. The vault is encrypted, but two computers that write to it lose work: choose a folder that stays on this computer.</source>
<translation>Mae {program} yn copïo’r ffolder hon i gwmwl. Mae’r gladdgell wedi’i hamgryptio, ond mae dau gyfrifiadur sy’n ysgrifennu iddi’n colli gwaith: dewiswch ffolder sy’n aros ar y cyfrifiadur hwn.</translation>
</message>
<message>
<source>{questions} · and {n} more</source>
<translation>{questions} · a {n} arall</translation>
</message>
<message>
<source>{section}, entry {n}</source>
<translation>{section}, cofnod {n}</translation>
</message>
<message>
<source>{section}: asked if it applies</source>
<translation>{section}: gofynnir os yw’n berthnasol</translation>
</message>
<message>
<source>{section}: asked when more is asked</source>
<translation>{section}: gofynnir pan ofynnir mwy</translation>
</message>
<message>
<source>{section}: in a list that has no entry yet</source>
<translation>{section}: mewn rhestr heb gofnod eto</translation>
</message>
<message>
<source>{title}, begun {day}: {state}</source>
<translation>{title}, dechreuwyd {day}: {state}</translation>
</message>
<message>
<source>{title}, counted from {start}.</source>
<translation>{title}, yn cyfrif o {start}.</translation>
</message>
<message>
<source>{title}, reassessment</source>
<translation>{title}, ailasesiad</translation>
</message>
<message>
<source>{title}, version {version}</source>
<translation>{title}, fersiwn {version}</translation>
</message>
<message>
<source>{title}: national guidance sets it.</source>
<translation>{title}: canllawiau cenedlaethol sy’n ei bennu.</translation>
</message>
<message>
<source>{title}: {count}</source>
<translation>{title}: {count}</translation>
</message>
<message>
<source>{told} Said, and heard by {heard}.</source>
<translation>{told} Dywedwyd, ac fe’i clywyd gan: {heard}.</translation>
</message>
<message>
<source>{what} is due soon</source>
<translation>I’w wneud yn fuan: {what}</translation>
</message>
<message>
<source>{what} is over</source>
<translation>Wedi pasio: {what}</translation>
</message>
<message>
<source>{who} answered what you proposed about erasing a case.</source>
<translation>Atebodd {who} yr hyn a gynigioch ynghylch dileu achos yn derfynol.</translation>
</message>
<message>
<source>{who} asks you to agree that a case is erased. Nothing happens until you answer.</source>
<translation>Mae {who} yn gofyn i chi gytuno i ddileu achos yn derfynol. Ni fydd dim yn digwydd nes i chi ateb.</translation>
</message>
<message>
<source>{who} asks you to agree that case {ref} is erased from their vault as it stands: its statements ({entries}) and its documents ({documents}). You sign exactly that; whatever is recorded later makes your agreement void.</source>
<translation>Mae {who} yn gofyn i chi gytuno i ddileu’r achos hwn yn derfynol o gladdgell y sawl sy’n gofyn, fel y mae. Achos: {ref}; ei ddatganiadau ({entries}) a’i ddogfennau ({documents}). Rydych yn llofnodi hynny’n union; mae beth bynnag a gofnodir wedyn yn gwneud eich cytundeb yn ddi-rym.</translation>
</message>
<message>
<source>{who} finds out by {day}</source>
<translation>{who} i ganfod erbyn {day}</translation>
</message>
<message>
<source>{who} sent an assessment for review: {new}.</source>
<translation>Anfonodd {who} asesiad i’w adolygu: {new}.</translation>
</message>
<message>
<source>{who} sent the decision and the comments: {new}.</source>
<translation>Anfonodd {who} y penderfyniad a’r sylwadau: {new}.</translation>
</message>
<message>
<source>{who} sent {new}.</source>
<translation>Gan {who}: {new}.</translation>
</message>
<message>
<source>{who}, by {when}</source>
<translation>{who}, erbyn {when}</translation>
</message>
<message>
<source>{who}, {day}</source>
<translation>{who}, {day}</translation>
</message>
<message>
<source>{who}, {when}</source>
<translation>{who}, {when}</translation>
</message>
<message>
<source>{who}: {action}</source>
<translation>{who}: {action}</translation>
</message>
<message>
<source>{who}: {said}</source>
<translation>{who}: {said}</translation>
</message>
<message>
<source>{words} (evidence: {n})</source>
<translation>{words} (tystiolaeth: {n})</translation>
</message>
<message>
<source>{words} ({times} times)</source>
<translation>{words} ({times} gwaith)</translation>
</message>
<message>
<source>{words}, with protection</source>
<translation>{words}, gydag amddiffyniad</translation>
</message>
<message>
<source>{words}: {n}</source>
<translation>{words}: {n}</translation>
</message>
<message>
<source>{years} years old</source>
<translation>{years} oed</translation>
</message>
<message>
<source>“{reason}” is no answer to this question.</source>
<translation>Nid yw “{reason}” yn ateb i’r cwestiwn hwn.</translation>
</message>
<message>
<source>“{words}”</source>
<translation>“{words}”</translation>
</message>
<message>
<source>“{words}” is not entered yet. Choose from the list, or add it.</source>
<translation>Nid yw “{words}” wedi’i gofnodi eto. Dewiswch o’r rhestr, neu ychwanegwch ef.</translation>
</message>
<message>
<source>“{words}”: perhaps {instead}. {why}</source>
<translation>“{words}”: efallai {instead}. {why}</translation>
</message>
<message>
<source>“{word}” counts as right from now on. The settings take it back.</source>
<translation>Mae “{word}” yn cyfrif fel gair cywir o hyn ymlaen. Gellir ei dynnu’n ôl yn y gosodiadau.</translation>
</message>
<message>
<source>“{word}” is in no dictionary. Perhaps: {words}.</source>
<translation>Nid yw “{word}” mewn unrhyw eiriadur. Efallai: {words}.</translation>
</message>
<message>
<source>“{word}” is in no dictionary. Shift+F7 offers other words.</source>
<translation>Nid yw “{word}” mewn unrhyw eiriadur. Mae Shift+F7 yn cynnig geiriau eraill.</translation>
</message>
</context>
</TS>

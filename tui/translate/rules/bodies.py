"""Institutions and events with names of their own in each language; see `places`."""

from __future__ import annotations

BODIES = """
Comunità economica europea|Comunità Economica Europea = the European Economic Community
Comunità europea|Comunità Europea = the European Community
Nazioni Unite = the United Nations
Onu|ONU = the UN
Nato|NATO = NATO
Unione europea|Unione Europea = the European Union
Ue|UE = the EU
Commissione europea|Commissione Europea = the European Commission
Parlamento europeo|Parlamento Europeo = the European Parliament
Consiglio europeo|Consiglio Europeo = the European Council
Consiglio di sicurezza|Consiglio di Sicurezza = the Security Council
Banca centrale europea|Banca Centrale Europea = the European Central Bank
Bce|BCE = the ECB
Banca mondiale|Banca Mondiale = the World Bank
Banca d'Italia = the Bank of Italy
Fondo monetario internazionale|Fondo Monetario Internazionale = the International Monetary Fund
Fmi|FMI = the IMF
Organizzazione mondiale della sanità = the World Health Organization
Organizzazione Mondiale della Sanità = the World Health Organization
Oms|OMS = the WHO
Organizzazione mondiale del commercio = the World Trade Organization
Corte penale internazionale = the International Criminal Court
Corte suprema|Corte Suprema = the Supreme Court
Corte costituzionale|Corte Costituzionale = the Constitutional Court
Corte di giustizia = the Court of Justice
Casa Bianca|Casa bianca = the White House
Cremlino = the Kremlin
Pentagono = the Pentagon
Congresso = Congress
Camera dei Comuni = the House of Commons
Camera dei rappresentanti|Camera dei Rappresentanti = the House of Representatives
Camera dei deputati|Camera dei Deputati = the Chamber of Deputies
Camera = the Chamber of Deputies
Senato = the Senate
Parlamento = Parliament
Dipartimento di Stato|dipartimento di Stato = the State Department
Dipartimento della Giustizia = the Department of Justice
Croce Rossa|Croce rossa = the Red Cross
Santa Sede = the Holy See
Vaticano = the Vatican
Stato Islamico|Stato islamico = Islamic State
Fratelli Musulmani = the Muslim Brotherhood
Partito Democratico|Partito democratico|Pd|PD = the Democratic Party
Partito Comunista|Partito comunista = the Communist Party
Partito Repubblicano|Partito repubblicano = the Republican Party
Partito Laburista|Partito laburista = the Labour Party
Partito Conservatore|Partito conservatore = the Conservative Party
Movimento 5 Stelle|Movimento Cinque Stelle = the Five Star Movement
Lega Nord = the Northern League
Coppa del Mondo|Coppa del mondo = the World Cup
Giochi Olimpici|Giochi olimpici|Olimpiadi = the Olympic Games
Premio Nobel|premio Nobel = the Nobel Prize
"""
